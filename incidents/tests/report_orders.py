"""Reports with sentences of two times, sayings and outlooks, in five languages; written as `story_orders` are."""

from __future__ import annotations

from .story_orders import Story

REPORTS = (
    Story(
        "pipeline",
        "2019-10-24",
        """
        | a: A pipeline operator said Wednesday that a leak in Calder County had spilled 9,000 barrels into a marsh.
        b: The leak was discovered on Monday night by a farmer who noticed the smell.
        | c: Workers shut the line down on Tuesday morning, and crews have since built dams around the marsh.
        d: By Wednesday evening they had recovered 800 barrels, according to the state regulator.
        | e: The regulator set a hearing for 12 November.
        f: The company, which bought the line in 2014, was fined $200,000 last year over a spill in the Orr River.
        | g: “We take full responsibility,” its chief executive, Martin Sowle, told reporters.
        h: Residents said they had complained about the smell in August.
        """,
        "bc ba cd hb hc fb fc ce be fh",
    ),
    Story(
        "rocket",
        "2015-06-30",
        """
        | a: A rocket with supplies for the orbiting laboratory broke apart two minutes after its launch on Sunday.
        b: Controllers lost contact with the craft at 10:21 a.m.
        | c: Engineers said on Monday that pressure in a tank had risen shortly before the explosion.
        d: The agency has grounded all rockets of the type.
        | e: A Russian freighter failed to reach the laboratory in April, and an American one exploded in October 2014.
        f: The crew have enough food until the end of October.
        g: The next launch was planned for 8 August.
        h: It has now been put off to September at the earliest.
        """,
        "ea ec eb ad bd ac eh ed",
    ),
    Story(
        "banker",
        "2013-03-08",
        """
        | a: A former banker was found guilty on Thursday of fraud over the collapse of Marlow Savings in 2008.
        b: The jury in Leeham had deliberated for four days.
        | c: Prosecutors said that Peter Ashdown moved £40 million abroad in the weeks before the bank failed.
        d: Customers queued outside its branches in September 2008 as word of the losses spread.
        e: The government took over the bank nine days later.
        | f: Ashdown fled to Brazil in 2009 and was extradited last May.
        g: He will be sentenced on 22 March.
        h: His lawyer said after the hearing that he would appeal.
        | i: Two other directors, who pleaded guilty in January, are serving sentences of three years.
        """,
        "ba da ea fa ag dg ia di ef fi ah bh",
    ),
    Story(
        "drivers",
        "2022-11-16",
        """
        | a: Train drivers in Orland began a two-day strike on Wednesday after talks on pay broke down.
        b: The drivers' union had rejected an offer of 4 per cent on Sunday.
        | c: The railway has cancelled nine in ten trains.
        d: In a similar dispute in 2018, drivers walked out for eleven days.
        e: They won a rise of 6 per cent then.
        | f: The last round of talks ended without a result late on Tuesday.
        g: Transport minister Ana Kolb called on both sides to return to the table.
        h: She is to meet the union's leaders on Friday.
        | i: The pay agreement expired at the end of September.
        """,
        "ba bf fa da db ia ib if eb ea ah bh fh bc di ig dg",
    ),
    Story(
        "incendio",
        "2021-08-18",
        """
        | a: Un incendio forestal obligó a evacuar el martes a 1.200 personas en la sierra de Alcora, dijo el alcalde.
        b: El fuego comenzó el domingo cerca de una gasolinera abandonada.
        | c: Dos brigadistas habían resultado heridos el lunes al volcar su camión.
        d: El gobierno regional ha pedido ayuda al ejército.
        | e: En julio de 2012, otro incendio destruyó 300 hectáreas en la misma zona.
        f: La policía detuvo ayer a un hombre de 54 años por su presunta relación con el fuego.
        g: El detenido pasará el jueves a disposición judicial.
        """,
        "bc ca ba bf ea eb ec bd ag fg cf",
        "es",
    ),
    Story(
        "tableaux",
        "2017-02-10",
        """
        | a: Trois tableaux volés en 2012 au musée de Vernay ont été retrouvés jeudi à Lille, a annoncé le parquet.
        b: Deux hommes ont été placés en garde à vue mercredi soir.
        | c: Les voleurs étaient entrés de nuit par une fenêtre du premier étage.
        d: L'enquête avait été relancée en décembre après une lettre anonyme.
        | e: Le musée a rouvert en 2015 après deux ans de travaux.
        f: Les tableaux seront exposés à partir du 3 mars.
        """,
        "ba da db ca cb ea ed af bf df",
        "fr",
    ),
    Story(
        "Brücke",
        "2018-09-12",
        """
        | a: Eine Fußgängerbrücke über die Ahle ist am Montag bei Bauarbeiten eingestürzt.
        b: Dabei wurden drei Arbeiter verletzt, teilte die Polizei am Dienstag mit.
        | c: Gutachter hatten schon im März vor Rissen gewarnt.
        d: Die Stadt sperrte die Brücke daraufhin für Lastwagen.
        | e: Die Brücke wurde 1971 gebaut.
        f: Der Stadtrat will am 20. September über einen Neubau beraten.
        g: Der Bürgermeister hat am Mittwoch eine Untersuchung angekündigt.
        """,
        "ca cb ea ec ag cg af gf eg da cd",
        "de",
    ),
    Story(
        "haven",
        "2020-07-09",
        """
        | a: De politie heeft woensdag in de haven van Veldam 1.100 kilo cocaïne gevonden.
        b: De drugs zaten in een container die zondag uit Brazilië was aangekomen.
        | c: Vier mannen werden in de nacht van woensdag op donderdag aangehouden.
        d: Een van hen was in 2016 veroordeeld voor smokkel.
        | e: In mei vond de douane al 800 kilo in een lading bananen.
        f: De verdachten worden vrijdag voorgeleid aan de rechter.
        """,
        "ea da de af cf ec dc ba",
        "nl",
    ),
    Story(
        "smelter",
        "2018-11-16",
        """
        | a: The owner of the Harrow smelter has closed two of its three furnaces after a leak of molten zinc.
        b: Four workers were taken to hospital with burns.
        | c: Inspectors searched the plant yesterday and sealed the control room.
        d: After an accident in 2009, the plant had been fitted with new valves.
        | e: The smelter opened in 1931 and was rebuilt in 1958 and 1984.
        f: It will stay closed until at least January.
        g: Shortly after taking over the plant in 2012, the present owner dismissed ninety workers.
        h: Unions said they had warned the owner about the valves in August.
        """,
        "ed eg dg gh ga ea ha hc ef cf eb",
    ),
    Story(
        "senator",
        "2021-03-05",
        """
        | a: Senator Paula Verne resigned on Thursday after a newspaper published her letters to a builder.
        b: The Morning Post printed the first of them on Monday.
        | c: Verne, who was elected in 2016, called the reports a campaign.
        d: Before entering politics in 2010, she ran a building firm in Tarn.
        | e: Prosecutors opened an inquiry on Tuesday, and police searched her office a day later.
        f: The party leader had asked her to step down on Wednesday evening.
        g: Since her election Verne has twice been fined, in 2017 and again in 2019.
        h: A vote on her successor is to be held in April.
        """,
        "ba be ea da dg ga ge fa ah gb df",
    ),
    Story(
        "bridge-de",
        "2020-08-21",
        """
        | a: In Marnau ist am Mittwoch eine Brücke eingestürzt, zwei Menschen kamen ums Leben.
        b: Die Brücke war 1964 gebaut worden.
        | c: Nach einer Prüfung im Mai 2019 wurde sie für Lastwagen gesperrt.
        d: Taucher bargen am Donnerstag einen Wagen aus dem Fluss.
        | e: Der Bürgermeister hat inzwischen einen Untersuchungsausschuss eingesetzt.
        f: Am 3. Oktober 2017 wurden Risse in einem Pfeiler entdeckt.
        g: Im November begann die Stadt mit der Reparatur.
        h: Die neue Brücke soll 2023 fertig sein.
        """,
        "bf fg ga ba bc ca ad ah fa gc dh",
        "de",
    ),
    Story(
        "festival-fr",
        "2017-07-11",
        """
        | a: Le festival de Lorrac a annulé ses deux derniers concerts en raison des orages.
        b: Dimanche, la scène principale avait été endommagée par la grêle.
        | c: Après l’effondrement d’une tribune en 2011, la ville avait renforcé les contrôles.
        d: Le directeur a présenté ses excuses lundi.
        | e: Fondé en 1988, le festival a quitté le port en 2002.
        f: Il reprendra en juillet 2018.
        g: Les billets seront remboursés à partir du 20 juillet.
        """,
        "ca bd ea ef af ed eb df gf",
        "fr",
    ),
    Story(
        "outbreak",
        "2017-10-12",
        """
        | a: Health officials in Madora confirmed 40 cases of plague on Wednesday, among them six children.
        b: The first patient, a trader, died on 27 August after travelling by bus from the highlands to the coast.
        | c: The health ministry declared an emergency a month later.
        d: Schools in the capital have been shut since last Thursday.
        | e: The WHO sent 1.2 million doses of antibiotics on Friday, saying more would follow.
        f: In all of 2016, the country recorded 275 cases.
        g: A previous outbreak, in 2014, killed 71 people.
        | h: The ministry plans to reopen the schools on 30 October.
        """,
        "gf fb bc be ba ea dh ah gb ch fe",
    ),
    Story(
        "heist",
        "2014-02-20",
        """
        | a: Police in Sarn have recovered a violin worth $5 million that was stolen from a concert hall last month.
        b: Two men and a woman were arrested on Wednesday in connection with the robbery.
        | c: The violin was taken from its player on 27 January, minutes after he had left the stage.
        d: He was attacked with a stun gun in the car park.
        | e: A reward of $100,000 had been offered the week after.
        f: On Monday detectives searched two houses in the north of the city.
        g: The instrument, made in 1715, was bought by an anonymous owner in 2008.
        | h: The three suspects are due in court on Friday.
        """,
        "ce cf fb cb gc ea gb fh bh ef ca",
    ),
    Story(
        "match",
        "2019-05-30",
        """
        | a: Arden Rovers won the cup for the third time yesterday, beating Tarn 2–1.
        b: Rovers had lost to Tarn in the final of 2017.
        | c: Captain Ivo Brandt scored both goals, the second of them in the last minute.
        d: Brandt, who joined Rovers from Calder in 2015, announced in March that he would retire.
        | e: Tarn's keeper broke his hand in the semi-final on 9 May and was replaced by Jon Pell.
        f: Since winning the league in 2012, Rovers have changed their coach six times.
        g: The club will parade the cup through the town on Saturday.
        """,
        "ba bd da ea be fa ag cg",
    ),
    Story(
        "vote",
        "2022-11-09",
        """
        | a: Voters in Ostrava County rejected a plan for an airport, results showed on Wednesday.
        b: The referendum was held on Tuesday after years of protests.
        | c: The county council had approved the plan in 2019, two years after it was first drawn up.
        d: A court stopped the work in April 2021 when residents sued.
        | e: Following the ruling, the council agreed in December 2021 to let voters decide.
        f: Turnout was 61%, officials said.
        g: Mayor Lena Holt said the result must be accepted and called off a meeting with the builders.
        h: The land may now be sold next spring.
        """,
        "cd de ca db eb ba ch ah eh ea",
    ),
    Story(
        "rescate",
        "2016-04-21",
        """
        | a: Los bomberos han rescatado a una mujer de los escombros de un hotel en Marvela.
        b: El terremoto sacudió la costa el sábado por la noche y causó más de 500 muertos.
        | c: Un barco con ayuda llegó el martes al puerto.
        d: El presidente visitó la zona el domingo y anunció un impuesto.
        | e: Después de un terremoto en 1998, el Gobierno había prometido edificios más seguros.
        f: El hotel fue construido en 2004.
        g: Los colegios abrirán el 2 de mayo.
        """,
        "bd dc ef eb fb bc ca ag fd cg",
        "es",
    ),
    Story(
        "trein",
        "2018-03-15",
        """
        | a: Een goederentrein is dinsdag bij Hollem ontspoord nadat een wissel was bevroren.
        b: Niemand raakte gewond, maar het spoor is tot zaterdag gesloten.
        | c: De inspectie begon woensdag een onderzoek.
        d: Na een ongeluk in 2012 beloofde de beheerder de wissels te verwarmen.
        | e: Reizigers hadden maandag al over storingen geklaagd.
        f: De lijn werd in 1902 geopend en in 1985 en 1999 vernieuwd.
        g: Vrijdag spreekt de minister met de beheerder.
        """,
        "fd da ea ac dc ec fe cg ag",
        "nl",
    ),
    Story(
        "protest",
        "2018-05-22",
        """
        | a: At least nine protesters were shot dead in Kelan yesterday as thousands marched on a copper smelter.
        b: Police opened fire after some of them set cars alight outside the gates, witnesses said.
        | c: The march marked the hundredth day of a sit-in that began on 12 February.
        d: Residents say the plant has poisoned wells since it opened in 1996.
        | e: Chief Minister Anil Deo, speaking hours later, promised an inquiry.
        f: In 2013, a court fined the company $18 million after a gas leak that March.
        g: The state's pollution board last month refused to renew the plant's licence.
        h: Its appeal is to be heard on 6 June.
        """,
        "ca fc da df fg ga ah be cg",
    ),
    Story(
        "flight",
        "2011-08-03",
        """
        | a: A cargo plane with two pilots aboard is missing off the coast of Tarn, the coast guard said Tuesday.
        b: The plane took off from Arden shortly after 3 a.m. local time on Monday.
        | c: Its crew reported a fire an hour later, and contact was lost at 4:12.
        d: Ships have found debris some 100 kilometres west of the island.
        | e: The airline, Calder Cargo, bought the plane in 2006; it was last inspected in June.
        f: In 2007, another of its planes overran a runway in Sarn, injuring three.
        g: Investigators from two countries are on their way.
        """,
        "eb fb ba ef fa ea bd",
    ),
    Story(
        "deal",
        "2009-03-10",
        """
        | a: Drugmaker Orlin said Monday it will buy its rival Tessa for $41 billion.
        b: The companies had been in talks since December.
        | c: Under the deal, Orlin's shareholders will own 68 percent of the new firm, which will keep the name.
        d: Tessa's shares rose 14 percent, while those of Orlin fell.
        | e: The announcement comes six weeks after a third firm, Wyle, was bought by Pfaltz.
        f: Orlin cut 7,200 jobs last year, and plans to shed another 16,000 by 2011.
        g: Regulators in Brussels have yet to approve the sale.
        """,
        "fa ba fb ad",
    ),
    Story(
        "verdict",
        "2013-01-24",
        """
        | a: A court in Port Tarn has sentenced 21 people to death over a riot at a football ground last year.
        b: Seventy-four people died in the riot on 1 February 2012 after a match between Rovers and Tarn.
        | c: Within minutes of the verdict, relatives of the condemned attacked the prison with rifles.
        d: Two officers were killed, a hospital said.
        | e: The trial opened in April and heard 60 witnesses.
        f: The league was suspended for a year following the riot.
        g: A further 52 defendants, among them nine policemen, will hear their sentences on 9 March.
        """,
        "be ba ea ag bf ac ec bd ed eg",
    ),
    Story(
        "storm",
        "2020-11-18",
        """
        | a: Hurricane Ita, the strongest storm ever to hit the country in November, made landfall on Monday near Bilun.
        b: It tore the roofs off hospitals and left a million people without power.
        | c: It struck the same stretch of coast that Hurricane Eda had devastated two weeks ago.
        d: By Tuesday night Ita had weakened to a tropical storm.
        e: Four people were confirmed dead on Wednesday.
        | f: The government had evacuated 40,000 people over the weekend.
        g: In 1998, Hurricane Mitra killed more than 9,000 people in the region.
        h: Rain is forecast to continue until Friday.
        """,
        "ga gc ca fa ad de cf ae fe gf ah",
    ),
)
