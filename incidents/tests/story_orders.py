"""Short news stories, with which of their sentences tells of the earlier event.

A story is a day of publication, its sentences, each behind a letter (`|` begins a paragraph), and the pairs of
letters whose events came one after the other.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Story:
    name: str
    published: str
    sentences: str
    orders: str
    language: str = "en"

    @property
    def by_letter(self) -> dict[str, str]:
        lines = (line.strip().lstrip("| ") for line in self.sentences.strip().splitlines())
        return {line[0]: line[3:] for line in lines}

    @property
    def text(self) -> str:
        lines = [line.strip() for line in self.sentences.strip().splitlines()]
        return " ".join(("\n\n" if line.startswith("|") else "") + line.lstrip("| ")[3:] for line in lines).strip()

    @property
    def pairs(self) -> list[tuple[str, str]]:
        return [(pair[0], pair[1]) for pair in self.orders.split()]


STORIES = (
    Story(
        "ferry",
        "2019-03-14",
        """
        | a: At least nineteen people drowned on Tuesday when a ferry capsized on Lake Orvala, officials said.
        b: The ferry, which was built in 1987, was carrying 120 passengers to the island of Teren.
        | c: Divers recovered four more bodies yesterday.
        d: The harbour master had refused to let the ferry sail on Monday because of high winds.
        | e: President Ilse Maren declared three days of mourning.
        f: A court hearing about the owner's licence is set for 4 April.
        | g: In 2011, a similar ferry sank on the lake, killing 31.
        """,
        "ac ae da ga gc ge dc gd",
    ),
    Story(
        "quake",
        "2016-08-09",
        """
        | a: A magnitude 6.4 earthquake struck the northern province of Calda on Sunday night, destroying 240 homes.
        b: The tremor was felt in the capital, some 300 kilometres away.
        | c: Rescue teams from three neighbouring countries arrived on Monday.
        d: Yesterday evening the government raised the number of the dead to 54.
        | e: The region had been hit by heavy floods in June.
        f: Aid agencies have since set up eleven camps.
        | g: The worst earthquake in the province since 1950 was that of 1994, which killed 900 people.
        h: Schools will stay closed until the end of the month.
        """,
        "ac ad ea ec ed af ah ef eh",
    ),
    Story(
        "bank robbers",
        "2012-05-25",
        """
        | a: Three men were sentenced yesterday to twelve years in prison for robbing a bank in Lower Hexton.
        b: They had pleaded guilty in March.
        | c: The men entered the bank on 6 November 2010, threatened the staff and left with £340,000.
        d: Police arrested them eight days later at a caravan park.
        | e: A fourth man, who was arrested in January, is to stand trial in September.
        f: The judge praised the courage of the staff.
        g: Their lawyers said they would appeal.
        """,
        "ba ca da cd cb db ce cf cg",
    ),
    Story(
        "missing hikers",
        "2014-01-20",
        """
        | a: Two hikers missing in the Arno hills since Thursday were found alive on Sunday.
        b: The pair had set out from Velm on Wednesday morning, and were reported missing the next day.
        | c: A helicopter spotted their tent early on Sunday.
        d: They were flown to a hospital in Velm, where doctors treated them for frostbite.
        | e: The mountain service has now closed the path.
        f: Last winter four people died in the same hills.
        """,
        "ba bc bd be fa fb fd fe",
    ),
    Story(
        "coalition",
        "2017-11-02",
        """
        | a: The Liberal Union left the government of Tarsia on Wednesday, ending a coalition that had lasted two years.
        b: Prime Minister Henrik Oll said he would not resign.
        | c: The dispute began in September, when the finance minister proposed to cut pensions.
        d: Parliament rejected the proposal on 17 October.
        | e: The Greens, which left the coalition last year, called for an early election.
        f: An election must be held by March 2019.
        | g: The coalition was formed after the election of November 2015.
        """,
        "ca da cd ga gc gd ce de cb db",
    ),
    Story(
        "border treaty",
        "2009-07-01",
        """
        | a: The presidents of Morvania and Estril signed a treaty today that ends their dispute over the Sava valley.
        b: Both countries claimed the valley after the collapse of the federation in 1991.
        | c: Talks resumed in February under the October 2008 agreement, after Estril had withdrawn its troops.
        d: Demonstrators clashed with police in the capital of Estril on Monday.
        | e: The treaty will come into force once both parliaments have ratified it.
        f: “This is a good day,” the president of Morvania said.
        """,
        "ba ca da bc bd cd be ce de ae",
    ),
    Story(
        "measles",
        "2015-02-11",
        """
        | a: Health officials in Westmark confirmed 32 cases of measles on Tuesday.
        b: The outbreak began in late December, when a boy fell ill after a trip abroad.
        | c: Two schools were closed last week.
        d: The ministry has ordered 40,000 doses of vaccine.
        | e: Westmark was declared free of measles in 2006.
        f: Parents' groups criticised the delay.
        g: A vaccination campaign is planned for March.
        """,
        "ba ca bc ea eb ec ag bg cg bd bf",
    ),
    Story(
        "drug trial",
        "2018-06-21",
        """
        | a: A trial of a new drug against malaria was halted on Wednesday after two volunteers died.
        b: The company said it would cooperate with the inquiry.
        | c: The first volunteer died on 2 June; the second died on Saturday.
        d: The trial was approved in January by the national agency, which had rejected it twice.
        | e: About 600 people took part in an earlier trial in 2016.
        f: The agency expects to publish a report in August.
        """,
        "ca da ea dc ec ed cb db af cf",
    ),
    Story(
        "final",
        "2013-05-19",
        """
        | a: Rovers won the national cup on Saturday, beating Athletic 3–1 in front of 61,000 spectators.
        b: Athletic took the lead in the ninth minute through Paulo Dias.
        | c: Rovers had reached the final by beating United on penalties in April.
        d: Their coach, who joined the club in 2010, announced on Sunday that he is leaving.
        | e: Rovers last won the cup in 1978.
        f: The team will parade through the city on Tuesday.
        """,
        "ca ea ec ad ed cd af df",
    ),
    Story(
        "doping",
        "2011-09-16",
        """
        | a: Cyclist Jan Verhulst was banned for two years on Thursday after he failed a drug test.
        b: The sample was taken during the Tour of Flores in July.
        | c: Verhulst denied taking banned substances and said he would appeal.
        d: His team suspended him last month.
        | e: He won the tour in 2009, and had been second the year before.
        f: The appeal is expected to be heard before the end of the year.
        """,
        "ba da bd ea eb ed bc af bf",
    ),
    Story(
        "probe",
        "2010-12-08",
        """
        | a: The Japanese-built probe Hoshi failed to enter orbit around the planet on Tuesday, engineers said.
        b: The probe was launched on 21 May from the Tane space centre.
        | c: Contact was lost for ninety minutes after the engine was switched on.
        d: Engineers restored contact early today and found that the engine had stopped after three minutes.
        | e: A previous mission, launched in 1998, also missed its planet.
        f: The agency may try again in six years.
        """,
        "ba bc bd ad ea eb af ed bf",
    ),
    Story(
        "fossil",
        "2008-04-17",
        """
        | a: Scientists have described a new species of flying reptile, according to a paper published today.
        b: A farmer discovered the bones in 2003 near the village of Pelau.
        | c: They were sold to a dealer, and seized by customs two years later.
        d: The museum of Pelau received the bones in March 2006.
        | e: The find will be on display from June.
        f: A team led by Mara Quist examined the skull last summer.
        """,
        "ba bd bf df ca cd bc be ae fe",
    ),
    Story(
        "tower fire",
        "2018-11-21",
        """
        | a: Firefighters in Dunmouth continued on Wednesday to search a burnt-out tower for missing residents.
        b: The fire broke out shortly after midnight on Monday and spread to nine floors within an hour.
        c: Residents had complained about the wiring as early as 2015.
        | d: Mayor Ana Cole visited the survivors on Tuesday and promised them new homes.
        e: She had cut short a trip to Canada.
        | f: The tower, completed in 1974, was refurbished two years ago.
        g: An inquiry is due to begin next month.
        """,
        "ba bd da cb cd ca fb fa ag bg fd",
    ),
    Story(
        "hostages",
        "2005-08-04",
        """
        | a: Four aid workers taken hostage in northern Sorran on 12 July were freed on Wednesday night.
        b: They were flown to the capital this morning, where their families met them.
        | c: Their captors had demanded a ransom of two million dollars.
        d: The foreign ministry confirmed today that no ransom was paid.
        | e: In May, two journalists were killed in the same district.
        f: The aid agency suspended its work in Sorran after the workers disappeared.
        g: It will decide in September whether to return.
        """,
        "ea eb ab ad ca fa ed fb ag bg dg",
    ),
    Story(
        "mayor",
        "2020-02-28",
        """
        | a: The mayor of Brackley resigned on Thursday after a court found that she had broken spending rules.
        b: The ruling was published on Tuesday.
        | c: She was elected in May 2018 with 54 per cent of the vote.
        d: Earlier this year, two members of her staff left over the affair.
        | e: Her deputy takes over until a new mayor is elected in June.
        f: The opposition welcomed her resignation.
        """,
        "ba ca da cb cd db bf ae",
    ),
    Story(
        "vaccine",
        "2021-03-05",
        """
        | a: Regulators in Norland approved a second vaccine against the fever on Friday.
        b: The vaccine was tested on 30,000 people between July and December.
        | c: The first vaccine, which was approved last November, is given in two doses.
        d: The fever was first detected in Norland in January 2020 and has killed 4,000 people since.
        | e: The government ordered ten million doses in October.
        f: Deliveries are to begin on 20 March.
        g: Doctors praised the decision.
        """,
        "ba db da de ea af bf ef dg eg",
    ),
    Story(
        "marathon",
        "2014-10-13",
        """
        | a: Lena Abebe won the women's race of the Port City marathon on Sunday in two hours and 22 minutes.
        b: It was her first victory since she broke her foot in 2012.
        | c: The men's race was stopped when a spectator ran onto the course.
        d: Police questioned the man and released him on Monday.
        | e: Abebe finished third last year.
        f: She said she will run in Tokyo in February.
        g: The organisers had moved the start to the harbour in August.
        """,
        "ea ad ga ed gd eg cd gc",
    ),
    Story(
        "comet",
        "2007-01-16",
        """
        | a: A comet that was discovered in August became visible to the naked eye last week, astronomers say.
        b: It passed closest to the Sun on Friday.
        | c: Robert Hale, who found the comet, is to receive a prize in April.
        d: The brightest comet of the last century was seen in 1965.
        | e: The comet has now begun to fade.
        f: On Monday a spacecraft took the first pictures of its tail.
        """,
        "da db ab bf ac be df bc fc",
    ),
)
