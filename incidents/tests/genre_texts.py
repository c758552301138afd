"""Texts that report and texts that tell history, of many kinds, all taken to be written on 19 September 2023."""

from __future__ import annotations

NEWS = {
    "en-background-years": (
        "The council said on Tuesday that the pier would be closed. It was built in 1862, burned in 1903, was rebuilt "
        "in 1911 and sold in 1987. A new owner took it over in 2005."
    ),
    "en-dateline-and-long-background": (
        "PORT ELLIS, Sept 18 (Coast Agency) – The lighthouse keeper retires after forty years.\n\nThe tower was lit in "
        "1871. It was damaged in 1916 and in 1942. In 1978 it got its first electric lamp, and in 1999 a new dome.\n"
    ),
    "en-short": "Two men were arrested on Monday, police said.",
    "en-sitrep": (
        "Flood response: situation report no. 7\n19 September 2023\n\nAs of 18 September, 4,100 people had left their "
        "homes. On 16 September the government declared an emergency. Two bridges fell on 14 September.\n\n"
        "The rain is expected to stop this week."
    ),
    "en-press-statement": (
        "19 September 2023 – Ellis Ferries today announced that its fleet will be sold. The firm was founded in 1923, "
        "bought its first ship in 1931, merged in 1968 and was listed in 1990."
    ),
    "en-anniversary": (
        "The town will mark on Saturday the day on which its mine was flooded. The shaft was sunk in 1884. It was "
        "flooded in 1907, opened again in 1912 and closed in 1961, the museum said."
    ),
    "en-no-years": "The ferry will sail again next week. Engineers worked through the night.",
    "en-obituary": (
        "A former mayor died on Sunday at the age of 91, his family said. Born in 1932, he joined the council in 1961, "
        "was elected mayor in 1970 and again in 1974 and 1978, and retired in 1982."
    ),
    "en-rates": (
        "The bank raised its rate on Thursday to 5.5 percent, its highest since 2001. It stood at 0.1 percent in 2020, "
        "0.5 percent in 2016, 5.75 percent in 2007 and 17 percent in 1979."
    ),
    "en-list-in-a-report": (
        "Sept 19 (Coast Agency) - Five facts on the pier, to open again on Wednesday:\n\n- It was built in 1862.\n"
        "- It burned in 1903.\n- It was rebuilt in 1911.\n- It was sold in 1987.\n"
    ),
    "en-list-of-weekdays": "This week\n\nMonday: the drivers walk out.\nTuesday: talks begin, the first since 2019.\n",
    "es-obituary": (
        "Un exalcalde murió el domingo a los 91 años. Nacido en 1932, entró en el consejo en 1961, fue elegido en "
        "1970 y reelegido en 1974 y 1978."
    ),
    "es-background": (
        "El ayuntamiento anunció el lunes que el puente seguirá cerrado. Fue construido en 1862, ardió en 1903, se "
        "reconstruyó en 1911 y se vendió en 1987."
    ),
    "es-dateline": (
        "PUERTO CLARO, 18 sep (Agencia Costa) - El faro se apaga. La torre data de 1871. Fue dañada en 1916 y en 1942, "
        "y en 1978 recibió luz eléctrica."
    ),
    "fr-background": (
        "La mairie a annoncé lundi la fermeture du pont. Construit en 1862, il a brûlé en 1903, a été rebâti en 1911 "
        "puis vendu en 1987."
    ),
    "fr-statement": (
        "Le 19 septembre 2023, la compagnie annonce la vente de sa flotte. Fondée en 1923, elle avait acheté un navire "
        "en 1931, fusionné en 1968 et ouvert son capital en 1990."
    ),
    "de-background": (
        "Die Stadt teilte am Montag mit, dass die Brücke zubleibt. Sie wurde 1862 gebaut, brannte 1903 ab, wurde "
        "1911 neu errichtet und 1987 verkauft."
    ),
    "de-dateline": (
        "Hafenstadt (küs) – Der Turm wird verkauft. 1871 brannte sein Licht zum ersten Mal. 1916 und 1942 wurde er "
        "beschädigt, 1978 erhielt er Strom."
    ),
    "nl-background": (
        "De gemeente meldde maandag dat de brug dicht blijft. Die is uit 1862, brandde af in 1903, werd in 1911 "
        "herbouwd en in 1987 verkocht."
    ),
    "nl-short": "De politie heeft gisteren twee mannen aangehouden.",
}

HISTORY = {
    "en-list-under-years": (
        "1998\n3 March: the dam is planned.\n7 April: the first protest.\n2 June: the court stops the works.\n1999\n"
        "11 January: the works go on.\n5 May: a wall breaks."
    ),
    "en-list-of-days": (
        "How the strike went\n\n3 May – The drivers walk out.\n7 May – Talks begin.\n12 May – Talks fail.\n"
        "20 May – The port is closed.\n2 June – A deal is signed."
    ),
    "en-list-with-long-lines": (
        "3 May – The drivers walk out after a night of talks which had been called by the governor himself\n"
        "7 May – Talks begin in the old customs house, with three ministers and a bishop at the table\n"
        "12 May – Talks fail, and the union calls on the dockers to join, which they do on the same day\n"
    ),
    "en-post-mortem": (
        "Outage of the ticket system, 12 September 2023 (UTC)\n\n14:05 The first alarm went.\n14:11 An engineer was "
        "called.\n14:40 The database was restarted.\n15:02 Tickets were sold again."
    ),
    "en-log-in-digits": (
        "2023-09-12 14:05 alarm\n2023-09-12 14:11 engineer called\n2023-09-12 14:40 restart\n2023-09-12 15:02 closed\n"
    ),
    "en-life": (
        "Ada Merrow (3 May 1861 – 9 June 1923) was a shipwright. Born in Port Ellis, she built her first boat in 1880. "
        "In 1885 she moved to the river. In March 1890 she opened a yard, which burned in 1902. It is a shop today."
    ),
    "en-encyclopedia": (
        "The siege began on 3 May 1862, when two regiments crossed the river. On Sunday, 11 May 1862, the mill fell. "
        "By June the town had no bread. On 2 August the garrison gave up. On Friday the flag fell. In 1863 the "
        "walls were razed, and in 1871 a park was laid out."
    ),
    "en-short-history": "The war began in April 1861 and ended in May 1865. In 1866 the port opened. It shut in 1870.",
    "en-months": (
        "By the spring of 1862 the town was starving. In June the mill fell; in August, the church. On 2 August the "
        "garrison gave up. Two days later the flag came down. In 1863 the walls were razed."
    ),
    "en-list-of-years": (
        "* 1998 – founded in Port Ellis\n* 2003 – second yard opened\n* 2010 – merged with Coast\n* 2019 – moved\n"
    ),
    "en-pier-with-last-year": (
        "The pier was designed in 1859 and built in 1862. It burned on 3 May 1903. On the following Sunday, many came "
        "to look. It was rebuilt in 1911. Last year it was painted."
    ),
    "es-list": (
        "Cronología\n\n1998\n3 de marzo: se aprueba la presa.\n7 de abril: primera protesta.\n2 de junio: el juez "
        "paraliza las obras."
    ),
    "es-life": (
        "Nació el 3 de mayo de 1861. En 1880 construyó su primer barco. En 1885 se mudó al río. El 9 de junio de 1923 "
        "murió en su casa. Su taller se quemó en 1902."
    ),
    "fr-list": (
        "Les faits\n\n– 3 mai : les chauffeurs cessent le travail.\n– 7 mai : les discussions s'ouvrent.\n– 12 mai : "
        "elles échouent.\n– 2 juin : un accord est signé."
    ),
    "fr-history": (
        "Le siège commença le 3 mai 1862. Le 11 mai, le moulin tomba. Le 2 août, la garnison se rendit. En 1863, les "
        "murs furent rasés ; en 1871, un parc fut ouvert."
    ),
    "de-list": (
        "Chronik\n\n3. Mai 2011: Der Damm wird geplant.\n7. Juni 2011: Erster Protest.\n2. August 2012: Das Gericht "
        "stoppt den Bau.\n11. Januar 2013: Der Bau geht weiter."
    ),
    "de-history": (
        "1861 begann der Krieg. Am 3. Mai 1862 fiel die Mühle. Am 2. August ergab sich die Stadt. 1863 fiel die Mauer "
        "um. Heute ist dort ein Park. 1871 wurde er eröffnet."
    ),
    "de-post-mortem": (
        "Störung vom 12. September 2023\n\n14:05 Uhr: Der Alarm geht los.\n14:11 Uhr: Die Bereitschaft wird gerufen.\n"
        "14:40 Uhr: Neustart.\n15:02 Uhr: Alles läuft."
    ),
    "nl-list": (
        "Tijdlijn\n\n* 3 mei: de chauffeurs leggen het werk neer.\n* 7 mei: er wordt gepraat.\n* 12 mei: het overleg "
        "mislukt.\n* 2 juni: er is een akkoord."
    ),
    "nl-history": (
        "Het beleg begon op 3 mei 1862. Op 11 mei viel de molen. In 1863 viel de muur. In 1871 kwam er een park "
        "dat in 1902 verdween."
    ),
}
