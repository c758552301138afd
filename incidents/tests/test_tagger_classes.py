"""Whole classes of expressions in each language they exist in: what is read of a sentence, and how sure it is."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from incidents.temporal import tag
from incidents.temporal.edtf import EDTF
from incidents.temporal.mention import RULES

TUESDAY = date(2023, 9, 19)
SURE = 0.8

# language | sentence | words = EDTF, with a question mark where the reading is not fit to be printed

# Weekdays of other weeks, and weekdays with the number of their day.
WEEKDAYS = """
en | The clerk was arrested Monday morning last week. | Monday morning last week = 2023-09-11
en | The clerk was arrested on Monday last week. | Monday last week = 2023-09-11
en | The council met the Friday before last. | Friday before last = 2023-09-08
en | The council meets the Monday after next. | Monday after next = 2023-10-02
en | The council met on the Friday of the week before last. | Friday of the week before last = 2023-09-08
en | The council met on Friday two weeks ago. | Friday two weeks ago = 2023-09-08 ?
en | The council met Monday a week ago. | Monday a week ago = 2023-09-11
en | The council met a week ago Monday. | a week ago Monday = 2023-09-11 ?
en | The council will meet Monday week. | Monday week = 2023-10-02 ?
en | The bridge fell on Friday the 13th. | Friday the 13th = 2023-01-13 ?
en | On Friday the 15th the bridge fell. | Friday the 15th = 2023-09-15
en | On Friday the 5th Circuit ruled. | Friday = 2023-09-15
en | The council met two Fridays ago. | two Fridays ago = 2023-09-08 ?
de | Der Rat tagte am vorletzten Freitag. | vorletzten Freitag = 2023-09-08
de | Der Rat tagt übernächsten Freitag. | übernächsten Freitag = 2023-09-29
de | Vorletzte Woche regnete es, übernächste Woche nicht. | Vorletzte Woche = [2023-09-04..2023-09-10]; übernächste Woche = [2023-10-02..2023-10-08]
de | Der Rat tagte am Freitagabend der Vorwoche. | Freitagabend der Vorwoche = 2023-09-15
de | Der Rat tagte am Montag vor einer Woche. | Montag vor einer Woche = 2023-09-11
de | Der Rat tagt am Freitag in einer Woche. | Freitag in einer Woche = 2023-09-29 ?
de | Der Rat tagt Freitag in acht Tagen. | Freitag in acht Tagen = 2023-09-29 ?
de | Es war Freitag, der 13., als die Brücke fiel. | Freitag, der 13 = 2023-01-13 ?
de | Am Freitag, dem 15., fiel die Brücke. | Freitag, dem 15 = 2023-09-15
de | Im vorletzten Sommer fiel die Brücke. | vorletzten Sommer = 2022-22
de | In der vorletzten Woche des Jahres fiel die Brücke. | der vorletzten Woche des Jahres = [2023-12-18..2023-12-24] ?
es | El alcalde dimitió el viernes antepasado. | viernes antepasado = 2023-09-08
es | La semana antepasada llovió. | La semana antepasada = [2023-09-04..2023-09-10]
es | El alcalde dimitió el viernes por la mañana de la semana pasada. | viernes por la mañana de la semana pasada = 2023-09-15
es | El alcalde dimitió el viernes de hace dos semanas. | viernes de hace dos semanas = 2023-09-08 ?
es | El alcalde dimitió hace dos viernes. | hace dos viernes = 2023-09-08 ?
es | El alcalde dimitió el martes 13. | martes 13 = 2023-06-13 ?
es | El alcalde dimitió el penúltimo viernes de mayo de 2021. | el penúltimo viernes de mayo de 2021 = 2021-05-21
fr | Le maire a démissionné vendredi d'il y a deux semaines. | vendredi d'il y a deux semaines = 2023-09-08 ?
fr | Le maire arrivera lundi en huit. | lundi en huit = 2023-10-02 ?
fr | Le maire a couru lundi en huit minutes. | lundi = 2023-09-18
fr | Le maire a démissionné vendredi 13. | vendredi 13 = 2023-01-13 ?
fr | L'avant-dernière semaine fut sèche. | L'avant-dernière semaine = [2023-09-04..2023-09-10] ?
fr | L'avant-dernier vendredi du mois fut sec. | -
fr | Le maire a démissionné vendredi matin de la semaine dernière. | vendredi matin de la semaine dernière = 2023-09-15
nl | De raad vergadert volgende week vrijdag. | volgende week vrijdag = 2023-09-29
nl | De raad vergaderde vrijdagavond vorige week. | vrijdagavond vorige week = 2023-09-15
nl | De raad vergaderde vrijdag twee weken geleden. | vrijdag twee weken geleden = 2023-09-08 ?
nl | De raad vergadert vrijdag over een week. | vrijdag over een week = 2023-09-29 ?
nl | De raad vergaderde voorlaatste vrijdag. | voorlaatste vrijdag = 2023-09-08 ?
nl | De raad vergaderde eereergisteren. | eereergisteren = 2023-09-16
nl | De raad vergaderde op vrijdag de 15e. | vrijdag de 15e = 2023-09-15
nl | Vrijdag de dertiende viel de brug. | Vrijdag de dertiende = 2023-01-13 ?
"""  # noqa: E501

# Lengths of time together with the day, week or month that they are counted to.
YEARS_APART = """
en | The mayor died a year ago Monday. | a year ago Monday = 2022-09-18 ?
en | The mayor died two years ago this week. | two years ago this week = [2021-09-13..2021-09-19]
en | The mayor died a year ago in May. | a year ago in May = 2022-05
en | The mayor died three years ago today. | three years ago today = 2020-09-19
en | The mayor died a year ago yesterday. | a year ago yesterday = 2022-09-18
en | The council will meet two weeks from tomorrow. | two weeks from tomorrow = 2023-10-04
en | It closed two years ago, May 2004 being its best month. | two years ago = 2021; May 2004 = 2004-05
de | Der Pfarrer starb vor einem Jahr im Mai. | vor einem Jahr im Mai = 2022-05
de | Der Pfarrer starb im Herbst vor zwei Jahren. | Herbst vor zwei Jahren = 2021-23
de | Der Pfarrer starb gestern vor zehn Jahren. | gestern vor zehn Jahren = 2013-09-18
de | Der Rat tagt heute in einer Woche. | heute in einer Woche = 2023-09-26
es | El cura murió hace un año en mayo. | hace un año en mayo = 2022-05
es | El cura murió en mayo de hace dos años. | mayo de hace dos años = 2021-05
es | El cura murió hace hoy diez años. | hace hoy diez años = 2013-09-19
fr | Le curé est mort il y a un an en mai. | il y a un an en mai = 2022-05
fr | Le curé est mort il y a dix ans jour pour jour. | il y a dix ans jour pour jour = 2013-09-19
fr | Le curé est mort il y a deux ans cette semaine. | il y a deux ans cette semaine = [2021-09-13..2021-09-19]
nl | De pastoor stierf een jaar geleden in mei. | een jaar geleden in mei = 2022-05
nl | De pastoor stierf vandaag precies tien jaar geleden. | vandaag precies tien jaar geleden = 2013-09-19
nl | De pastoor stierf deze maand een jaar geleden. | deze maand een jaar geleden = 2022-09
"""

# Nights, which belong to two days, and midnight, which belongs to either.
NIGHTS = """
en | The barn burned overnight into Sunday. | overnight into Sunday = 2023-09-16/2023-09-17
en | The barn burned overnight Saturday into Sunday. | overnight Saturday into Sunday = 2023-09-16/2023-09-17
en | The barn burned overnight Sunday. | overnight Sunday = 2023-09-17 ?
en | The barn burned on the night of 4 to 5 May 2021. | the night of 4 to 5 May 2021 = 2021-05-04/2021-05-05
en | The barn burned shortly before midnight on Sunday. | midnight on Sunday = 2023-09-17
en | The barn burned just after midnight on Sunday. | midnight on Sunday = 2023-09-17T00:00:00
en | The barn burned at midnight on Sunday. | midnight on Sunday = 2023-09-17T00:00:00 ?
de | In der Nacht zum Mittwoch brannte die Scheune. | der Nacht zum Mittwoch = 2023-09-12/2023-09-13
de | In der Nacht zu Mittwoch brannte die Scheune. | der Nacht zu Mittwoch = 2023-09-12/2023-09-13
de | In der Nacht von Samstag zu Sonntag brannte die Scheune. | der Nacht von Samstag zu Sonntag = 2023-09-16/2023-09-17
de | In der Nacht auf den 5. Mai 2021 brannte die Scheune. | der Nacht auf den 5. Mai 2021 = 2021-05-04/2021-05-05
de | Seit der Nacht zum Mittwoch brennt die Scheune. | der Nacht zum Mittwoch = 2023-09-12/2023-09-13 ?
de | Kurz vor Mitternacht am Sonntag brannte die Scheune. | Mitternacht am Sonntag = 2023-09-17
es | El granero ardió en la madrugada del sábado al domingo. | en la madrugada del sábado al domingo = 2023-09-16/2023-09-17
es | El granero ardió en la noche del sábado al domingo. | en la noche del sábado al domingo = 2023-09-16/2023-09-17
es | El granero ardió en la madrugada del domingo. | en la madrugada del domingo = 2023-09-17
fr | La grange a brûlé dans la nuit de samedi à dimanche. | la nuit de samedi à dimanche = 2023-09-16/2023-09-17
fr | La grange a brûlé dans la nuit du 30 avril au 1er mai 2021. | la nuit du 30 avril au 1er mai 2021 = 2021-04-30/2021-05-01
fr | La grange a brûlé peu avant minuit dimanche. | minuit dimanche = 2023-09-17
nl | De schuur brandde in de nacht op zondag. | de nacht op zondag = 2023-09-16/2023-09-17
nl | De schuur brandde in de nacht naar zondag. | de nacht naar zondag = 2023-09-16/2023-09-17
nl | De schuur brandde in de nacht van vrijdag 4 op zaterdag 5 juni 2021. | de nacht van vrijdag 4 op zaterdag 5 juni 2021 = 2021-06-04/2021-06-05
nl | De schuur brandde kort voor middernacht op zondag. | middernacht op zondag = 2023-09-17
"""  # noqa: E501

# Years before Christ, and centuries that share their noun.
ERAS = """
en | They built it in the second millennium BC. | the second millennium BC = -1XXX
en | They built it in the 50s BC. | the 50s BC = -0058/-0049
en | The wars lasted from 264 to 146 BC. | from 264 to 146 BC = -0263/-0145
en | The wars (264–146 BC) were long. | 264–146 BC = -0263/-0145
en | They built it in the 3rd century before Christ. | the 3rd century before Christ = -02XX
en | They built it in the 1st century BC. | the 1st century BC = -0099/0000
en | They built it in the 5th and 4th centuries BC. | the 5th and 4th centuries BC = -0499/-0300
en | They built it between the 3rd and 1st centuries BC. | between the 3rd and 1st centuries BC = [-0299..0000]
en | They built it in the 18th and 19th centuries. | the 18th and 19th centuries = 1700/1899
en | The city burned in 70–79 AD. | 70–79 AD = 0070/0079
de | Sie bauten es im 2. Jahrtausend v. Chr. | 2. Jahrtausend v. Chr. = -1XXX
de | Sie bauten es im Jahr 44 v. u. Z. und im Jahr 9 u. Z. wieder. | 44 v. u. Z. = -0043; 9 u. Z. = 0009
de | Die Kriege dauerten von 264 bis 146 v. Chr. | von 264 bis 146 v. Chr. = -0263/-0145
de | Sie bauten es in den 50er Jahren v. Chr. | den 50er Jahren v. Chr. = -0058/-0049
de | Sie bauten es im 18. und 19. Jahrhundert. | 18. und 19. Jahrhundert = 1700/1899
de | Sie bauten es vom 5. bis zum 4. Jahrhundert v. Chr. | vom 5. bis zum 4. Jahrhundert v. Chr. = -0499/-0300
es | Lo construyeron en el segundo milenio a. C. | el segundo milenio a. C. = -1XXX
es | Las guerras duraron de 264 a 146 a. C. | 264 a 146 a. C. = -0263/-0145
es | Lo construyeron en los años 50 a. C. | los años 50 a. C. = -0058/-0049
es | Lo construyeron en los siglos V y IV a. C. | los siglos V y IV a. C. = -0499/-0300
es | Lo construyeron en el año 44 a. n. e. | el año 44 a. n. e. = -0043
fr | On le bâtit au deuxième millénaire avant notre ère. | deuxième millénaire avant notre ère = -1XXX
fr | Les guerres durèrent de 264 à 146 av. J.-C. | 264 à 146 av. J.-C. = -0263/-0145
fr | On le bâtit dans les années 50 av. J.-C. | les années 50 av. J.-C. = -0058/-0049
fr | On le bâtit aux XVIIIe et XIXe siècles. | XVIIIe et XIXe siècles = 1700/1899
fr | On le bâtit du XVIIIe au XIXe siècle. | XVIIIe au XIXe siècle = 1700/1899
fr | On le bâtit en 44 av. n. è. | 44 av. n. è. = -0043
nl | Zij bouwden het in het tweede millennium voor Christus. | het tweede millennium voor Christus = -1XXX
nl | De oorlogen duurden van 264 tot 146 v.Chr. | van 264 tot 146 v.Chr. = -0263/-0145
nl | Zij bouwden het in de jaren 50 v.Chr. | de jaren 50 v.Chr. = -0058/-0049
nl | Zij bouwden het in de 5e en 4e eeuw v.Chr. | de 5e en 4e eeuw v.Chr. = -0499/-0300
"""

# Quarters, thirds and halves of centuries and decades.
SHARES = """
en | It grew in the last quarter of the 19th century. | the last quarter of the 19th century = 1875/1899
en | It grew in the middle third of the 18th century. | the middle third of the 18th century = 1733/1765
en | It grew in the third quarter of the 3rd century BC. | the third quarter of the 3rd century BC = -0249/-0225
en | It grew in the second half of the 1990s. | the second half of the 1990s = 1995/1999
en | It grew in the first two decades of the 20th century. | the first two decades of the 20th century = 1900/1919
en | It grew in the second half of June 2021. | the second half of June 2021 = 2021-06
de | Es wuchs im letzten Viertel des 19. Jahrhunderts. | letzten Viertel des 19. Jahrhunderts = 1875/1899
de | Es wuchs im letzten Drittel der 1990er Jahre. | letzten Drittel der 1990er Jahre = 1996/1999
es | Creció en el último cuarto del siglo XIX. | el último cuarto del siglo XIX = 1875/1899
es | Creció en las dos primeras décadas del siglo XX. | las dos primeras décadas del siglo XX = 1900/1919
es | Creció en la segunda mitad de los años 90. | la segunda mitad de los años 90 = 1995/1999
fr | Il grandit dans le dernier quart du XIXe siècle. | le dernier quart du XIXe siècle = 1875/1899
fr | Il grandit dans le premier tiers du 18e siècle. | le premier tiers du 18e siècle = 1700/1732
nl | Het groeide in het laatste kwart van de 19e eeuw. | het laatste kwart van de 19e eeuw = 1875/1899
nl | Het groeide in de eerste twee decennia van de 20e eeuw. | de eerste twee decennia van de 20e eeuw = 1900/1919
"""

# Names that are no dates, and dates that look like names.
NAMES = """
en | April Jones and June Brown wrote to Mr. March. | -
en | In April Jones wrote to him. | April = 2023-04
en | January Jones wrote to April O'Neil. | -
en | John August wrote to him. | -
en | The April elections are over. | April = 2024-04
de | Juli Zeh las, im April las Frau Mai. | April = 2023-04
es | Virginia Mayo cantó en mayo. | mayo = 2023-05
fr | Avril Lavigne chanta en avril. | avril = 2023-04
fr | Le 14-Juillet est fêté, le 1er-Mai aussi. | Le 14-Juillet = 2023-07-14; le 1er-Mai = 2023-05-01 ?
fr | Le onze novembre 1918, les cloches sonnèrent. | Le onze novembre 1918 = 1918-11-11
es | El dos de mayo de 1808 se alzaron. | El dos de mayo de 1808 = 1808-05-02
nl | Augustus stierf, in augustus regende het. | augustus = 2023-08
nl | De 1-mei-viering was druk. | -
"""

# Days that have a name.
HOLIDAYS = """
en | They met at New Year 2020/21. | New Year 2020/21 = 2020-12-31/2021-01-01
en | They met on New Year's Eve 2020. | New Year's Eve 2020 = 2020-12-31
en | They met in the new year. | -
en | They met at Chinese New Year 2021. | 2021 = 2021 ?
en | They met on Orthodox Easter 2021 and on Easter Monday 2021. | Orthodox Easter 2021 = 2021-05-02; Easter Monday 2021 = 2021-04-05
en | They met on Orthodox Christmas 2021. | Orthodox Christmas 2021 = 2021-01-07
en | They met on Whit Sunday 2021. | Whit Sunday 2021 = 2021-05-23
de | Man traf sich zu Silvester 2015/16 und zum Jahreswechsel 2016/2017. | Silvester 2015/16 = 2015-12-31/2016-01-01; Jahreswechsel 2016/2017 = 2016-12-31/2017-01-01
de | Man traf sich am orthodoxen Ostersonntag 2021. | orthodoxen Ostersonntag 2021 = 2021-05-02
de | Man traf sich am Buß- und Bettag 2021 und am ersten Advent 2021. | Buß- und Bettag 2021 = 2021-11-17; ersten Advent 2021 = 2021-11-28
es | Se reunieron en la Pascua ortodoxa de 2021. | Pascua ortodoxa de 2021 = 2021-05-02
es | Se reunieron en la Nochevieja 2020/21. | Nochevieja 2020/21 = 2020-12-31/2021-01-01
fr | Ils se réunirent au Nouvel An 2015-2016. | Nouvel An 2015-2016 = 2015-12-31/2016-01-01
fr | Ils se réunirent à Pâques orthodoxes 2021. | Pâques orthodoxes 2021 = 2021-05-02
nl | Zij vierden het orthodoxe Pasen 2021 en oud en nieuw 2020/21. | orthodoxe Pasen 2021 = 2021-05-02; oud en nieuw 2020/21 = 2020-12-31/2021-01-01
nl | Zij vierden de jaarwisseling 2020/2021. | jaarwisseling 2020/2021 = 2020-12-31/2021-01-01
"""  # noqa: E501

# Numbers of people and things.
COUNTS = """
en | Between 1900 and 2000 people came. | -
en | There were from 1500 to 1800 soldiers. | -
en | He lived between 1900 and 2000. | between 1900 and 2000 = [1900..2000]
en | In 1914 houses were burned. | 1914 = 1914 ?
en | He sold 1914 houses. | -
en | From 1914 to 1918 soldiers died. | From 1914 to 1918 = 1914/1918 ?
en | In 2000 villages the light failed. | -
es | En 2000 hogares no hay agua. | -
es | Entre 1900 y 2000 personas llegaron. | -
de | Zwischen 1900 und 2000 Menschen kamen. | -
de | In 2000 Haushalten fehlt Wasser. | -
de | In 2000 Kirchen fehlt Wasser. | 2000 = 2000 ?
fr | De 1500 à 1800 soldats sont venus. | -
nl | Tussen 1900 en 2000 mensen kwamen. | -
nl | In 2000 huishoudens ontbreekt water. | -
"""

# Digits that are no date, or more than one.
DIGITS = """
en | The tool, used from 2003-07, was old. | from 2003-07 = 2003/2007 ?
en | It ran from 2003-07 to 2005-02. | from 2003-07 to 2005-02 = 2003-07/2005-02 ?
en | It has run since 2003-07. | since 2003-07 = 2003-07/.. ?
en | It has run since 2021-05. | since 2021-05 = 2021-05/..
en | Call 06-12-2020-33 or 01 12 2020 44. | -
en | Use version 2020.12.1 at 10.12.20.20. | -
en | The book is ISBN 978-3-16-148410-0. | -
en | The part is A-03-06-2012 or 03-06-2012-X. | -
en | The report is of 03-06-2012. | 03-06-2012 = 2012-06-03 ?
"""

# Days and decades that share their month or noun, winters of two years, and one of two.
LISTS = """
en | On 3, 5 and 9 June 2021 they met. | 3 = 2021-06-03; 5 = 2021-06-05; 9 June 2021 = 2021-06-09
en | On June 3, 5 and 9, 2021, they met. | June 3 = 2021-06-03; 5 = 2021-06-05; 9, 2021 = 2021-06-09
en | On the 5th and on the 7th of August 2021 they met. | the 5th = 2021-08-05; the 7th of August 2021 = 2021-08-07
en | On 3, 5 and 9 people came. | -
de | Am 5. und am 7. August 2021 trafen sie sich. | 5 = 2021-08-05; 7. August 2021 = 2021-08-07
de | Am 3., 5., 7. und 9. Juni 2021 trafen sie sich. | 3 = 2021-06-03; 5 = 2021-06-05; 7 = 2021-06-07; 9. Juni 2021 = 2021-06-09
fr | Les 3, 5 et 9 juin 2021, ils se réunirent. | Les 3 = 2021-06-03; 5 = 2021-06-05; 9 juin 2021 = 2021-06-09
es | Los días 3, 5 y 9 de junio de 2021 se reunieron. | 3 = 2021-06-03; 5 = 2021-06-05; 9 de junio de 2021 = 2021-06-09
nl | Op 3, 5 en 9 juni 2021 kwamen zij bijeen. | 3 = 2021-06-03; 5 = 2021-06-05; 9 juni 2021 = 2021-06-09
nl | Op 5 en op 7 augustus kwamen zij bijeen. | 5 = 2023-08-05; 7 augustus = 2023-08-07
en | The winter of 1941-42 was hard. | winter of 1941-42 = 1941-24
de | Der Winter 1941/42 war hart, der Winter 1999/2000 nicht. | Winter 1941/42 = 1941-24; Winter 1999/2000 = 1999-24
fr | L'hiver 1941-1942 fut dur. | hiver 1941-1942 = 1941-24
es | El invierno de 1941-42 fue duro. | invierno de 1941-42 = 1941-24
nl | De winter van '41-'42 was streng. | winter van '41-'42 = 1941-24
en | The council met on 5 or 7 August 2021. | 5 or 7 August 2021 = [2021-08-05,2021-08-07]
en | It was built in 1914 or 1915. | 1914 or 1915 = [1914,1915]
de | Der Rat tagte am 5. oder 7. August 2021. | 5. oder 7. August 2021 = [2021-08-05,2021-08-07]
nl | Het werd in 1914 of 1915 gebouwd. | 1914 of 1915 = [1914,1915]
nl | Het werd in de jaren twintig en dertig gebouwd. | de jaren twintig en dertig = 1920/1939
fr | Les années 1920 et 1930 furent dures. | Les années 1920 et 1930 = 1920/1939
es | Los años 50 y 60 fueron duros. | Los años 50 y 60 = 1950/1969
de | In den zwanziger und dreißiger Jahren war es hart. | den zwanziger und dreißiger Jahren = 1920/1939
"""  # noqa: E501

# Words of the news around days and seasons.
AROUND = """
de | Ab dem 1. Januar 2024 gilt es. | Ab dem 1. Januar 2024 = 2024-01-01/..
de | In den Morgenstunden des Samstags brannte es. | den Morgenstunden des Samstags = 2023-09-16
de | Samstags ist geschlossen. | -
de | Do., 21.9.: Konzert in der Kirche. | Do., 21.9 = 2023-09-21
de | Am Sonntag (24.9.) wird gewählt. | Sonntag (24.9 = 2023-09-24
de | Am Vorabend des 1. Mai 2021 brannte es. | Vorabend des 1. Mai 2021 = 2021-04-30
de | Am Vorabend des Gipfels sprach sie. | -
de | Am Freitagvormittag gegen 10.30 Uhr fiel der Strom aus. | Freitagvormittag gegen 10.30 Uhr = 2023-09-15T10:30:00
de | Am kommenden Wochenende wird gewählt, am nächsten Wochenende nicht. | kommenden Wochenende = [2023-09-23..2023-09-24]; nächsten Wochenende = [2023-09-30..2023-10-01] ?
de | Der Bau begann im Mai 2009 und endete im darauffolgenden Sommer. | Mai 2009 = 2009-05; darauffolgenden Sommer = 2009-22 ?
de | Der Minister reist am Mittwoch nach Wien. | Mittwoch = 2023-09-20
de | Sie kommen frühestens im November 2023. | frühestens im November 2023 = [2023-11..]
nl | De minister reist woensdag naar Wenen. | woensdag = 2023-09-20
nl | Komend weekend wordt er gestemd. | Komend weekend = [2023-09-23..2023-09-24]
nl | In de eerste helft van het jaar daalde de uitvoer. | de eerste helft van het jaar = 2023-40 ?
nl | De bouw begon in mei 2009 en eindigde de zomer daarop. | mei 2009 = 2009-05; de zomer daarop = 2009-22 ?
nl | Ma. 18/9: concert in de kerk. | Ma. 18/9 = 2023-09-18
nl | Het staat vast sinds 7.00 uur vanochtend. | 7.00 uur vanochtend = 2023-09-19T07:00:00
nl | In de negentiger jaren was dat gewoon. | de negentiger jaren = 199X
nl | Op de vooravond van 3 mei 2021 brandde het. | de vooravond van 3 mei 2021 = 2021-05-02
en | On the eve of 3 May 2021 it burned; Eve left on the eve of the vote. | the eve of 3 May 2021 = 2021-05-02
en | The coming weekend will be dry, next weekend wet. | The coming weekend = [2023-09-23..2023-09-24]; next weekend = [2023-09-30..2023-10-01] ?
en | They came in May 2009 and left the following summer. | May 2009 = 2009-05; the following summer = 2009-22 ?
fr | La veille du 5 mai 2021, il pleuvait. | La veille du 5 mai 2021 = 2021-05-04
fr | Le chantier s'ouvrit en mai 2009 et finit l'été suivant. | mai 2009 = 2009-05; l'été suivant = 2009-22 ?
es | La víspera del 5 de mayo de 2021 llovió. | La víspera del 5 de mayo de 2021 = 2021-05-04
es | El próximo fin de semana habrá elecciones. | El próximo fin de semana = [2023-09-23..2023-09-24]
es | Llegó en mayo de 2009 y se fue el verano siguiente. | mayo de 2009 = 2009-05; el verano siguiente = 2009-22 ?
en | The first Friday of the month is free. | -
en | Between Christmas and New Year 2020 it snowed. | Between Christmas and New Year 2020 = [2019-12-25..2020-01-01] ?
de | Im vierten Quartal 2008 machte das Werk Verlust, nach einem Gewinn im Jahr zuvor. | vierten Quartal 2008 = 2008-36; Jahr zuvor = 2007 ?
de | Im Geschäftsjahr 2008/09 stieg der Umsatz. | Geschäftsjahr 2008/09 = 2008/2009
de | Im Mai 2009 kamen mehr als im selben Monat des Vorjahres. | Mai 2009 = 2009-05; selben Monat des Vorjahres = 2008-05 ?
nl | In het tweede kwartaal van 2008 daalde het tegenover dezelfde periode vorig jaar. | het tweede kwartaal van 2008 = 2008-34; dezelfde periode vorig jaar = 2007-34 ?
"""  # noqa: E501

# What is in the present, or aimed at a day, looks ahead; what has a participle behind it does not.
APPOINTMENTS = """
de | Am Sonntag ist Kirchtag. | Sonntag = 2023-09-24
de | Am Sonntag sind drei Wanderer abgestürzt. | Sonntag = 2023-09-17
de | Am Sonntag ist der Altbürgermeister verstorben. | Sonntag = 2023-09-17
de | Vier Bürgermeister reisen am Freitag nach Rom. | Freitag = 2023-09-22
de | Am Freitag reisen vier Bürgermeister nach Rom. | Freitag = 2023-09-22
de | Sie kauften am Freitag ein Pferd. | Freitag = 2023-09-15 ?
de | Erst wird gewogen, am Freitag folgt die Kür. | Freitag = 2023-09-22
de | Der Hof, am Freitag versteigert, brannte ab. | Freitag = 2023-09-15
de | Ab Montag gilt ein neuer Fahrplan. | Ab Montag = 2023-09-25/..
de | Bis Freitag ist der Pass zu. | Bis Freitag = ../2023-09-22
de | Der Rat hat für Freitag eine Sitzung angesetzt. | Freitag = 2023-09-22
de | Der Rat war für Freitag geladen. | Freitag = 2023-09-22 ?
de | Sie wollten Ende Oktober entscheiden. | Ende Oktober = 2023-10 ?
nl | Zondag zijn er verkiezingen in Ninove. | Zondag = 2023-09-24
nl | Zondag is in Ninove een man overleden. | Zondag = 2023-09-17
nl | De kermis is op zondag. | zondag = 2023-09-24
nl | De burgemeester opent de brug, vrijdag volgt het vuurwerk. | vrijdag = 2023-09-22
nl | De commissie spreekt vrijdag met de boeren. | vrijdag = 2023-09-22
nl | Het grote debat vrijdag ging niet door. | vrijdag = 2023-09-15
nl | De sluis blijft dicht tot vrijdag. | tot vrijdag = ../2023-09-22
nl | Tot vrijdag viel er regen. | Tot vrijdag = ../2023-09-15
nl | Ze riepen de raad voor vrijdag bijeen. | vrijdag = 2023-09-22
nl | Ze wilden eind oktober beslissen. | eind oktober = 2023-10 ?
en | They called a meeting for Friday. | Friday = 2023-09-22
en | He blamed the guards for Friday's escape. | Friday = 2023-09-15
en | The fair closes on 24 May 2026. It opens again on 11 June. | 24 May 2026 = 2026-05-24; 11 June = 2026-06-11 ?
"""

# Hours that share their word, hours after a night, and parts of a day in hours.
HOURS = """
de | Die Brücke ist heute von 8.45 bis 12.00 Uhr gesperrt. | heute = 2023-09-19; 8.45 = 2023-09-19T08:45:00 ?; 12.00 Uhr = 2023-09-19T12:00:00 ?
de | In der Nacht zum Sonntag brannte die Scheune. Um 22.30 Uhr kam Hilfe, um 1.20 Uhr ging sie. | der Nacht zum Sonntag = 2023-09-16/2023-09-17; 22.30 Uhr = 2023-09-16T22:30:00 ?; 1.20 Uhr = 2023-09-17T01:20:00 ?
de | Am Sonntag brannte es bis in die frühen Morgenstunden. | Sonntag = 2023-09-17; die frühen Morgenstunden = 2023-09-17 ?
de | Am Sonntag brannte es. Abends kam Hilfe. | Sonntag = 2023-09-17; Abends = 2023-09-17 ?
de | Abends lernt sie Geige. | -
nl | De weg was zondag van 8.45 tot 12.00 uur dicht. | zondag = 2023-09-17; 8.45 = 2023-09-17T08:45:00 ?; 12.00 uur = 2023-09-17T12:00:00 ?
nl | In de nacht van zaterdag op zondag brandde het rond 3 uur. | de nacht van zaterdag op zondag = 2023-09-16/2023-09-17; 3 uur = 2023-09-17T03:00:00 ?
nl | Zondag in de vroege ochtenduren brandde het. 's Middags kwam er hulp. | Zondag in de vroege ochtenduren = 2023-09-17; s Middags = 2023-09-17 ?
nl | 's Avonds leest zij. | -
en | The barn burned in the early hours of Sunday. | the early hours of Sunday = 2023-09-17
en | In the early hours of the war the barn burned. | -
fr | La grange a brûlé aux premières heures de dimanche, peu avant 6 heures. | premières heures de dimanche, peu avant 6 heures = 2023-09-17T06:00:00
de | Am Freitagabend brannte es bis in die frühen Morgenstunden. | Freitagabend = 2023-09-15; die frühen Morgenstunden = 2023-09-16 ?
de | Am Montag um halb acht kam der Zug, um Viertel vor neun der Bus. | Montag um halb acht = 2023-09-18T07:30:00; Viertel vor neun = 2023-09-18T08:45:00 ?
de | Gegen Mittag riss die Leitung. | Mittag = 2023-09-19 ?
de | Übers Wochenende fror es. | Wochenende = [2023-09-16..2023-09-17]
en | The barn burned Saturday night. Help came at 2 a.m. and left at 11 p.m. | Saturday night = 2023-09-16; 2 a.m. = 2023-09-17T02:00:00 ?; 11 p.m. = 2023-09-16T23:00:00 ?
nl | De cijfers kwamen in juli. "Dit weekend is de finale." | juli = 2023-07; Dit weekend = [2023-09-23..2023-09-24]
es | El tren llegó el lunes a las 11 de la mañana. | lunes a las 11 de la mañana = 2023-09-18T11:00:00
es | El tren llegó a las ocho y media de la tarde y se fue a las tres de la madrugada del domingo. | las ocho y media de la tarde = 2023-09-19T20:30:00 ?; las tres de la madrugada del domingo = 2023-09-17T03:00:00
es | El granero ardió a primeras horas del lunes. | a primeras horas del lunes = 2023-09-18
"""  # noqa: E501

# Periods named twice, or by the noun behind them; a quarter that still runs.
NAMED_TWICE = """
es | Cerró desde el pasado año 2001. | desde el pasado año 2001 = 2001/..
de | Im vergangenen Jahr 2022 schloss die Mühle. | vergangenen Jahr 2022 = 2022
fr | Ce printemps 2023 fut sec. | Ce printemps 2023 = 2023-21
en | Last year 2000 people came. | Last year = 2022
en | The mill counted them in its August totals. | August = 2023-08
de | Die Mühle ist gut in den Mai gekommen. | Mai = 2023-05
de | Sie sah den Mai gern. | -
nl | Het jaar voordien sloot de molen. | Het jaar voordien = 2022 ?
nl | De molen vreest minder vraag in het derde kwartaal. | het derde kwartaal = 2023-35 ?
de | Nach dem Hoch von Mitte September fiel der Kurs am Vortag. | Mitte September = 2023-09; Vortag = 2023-09-18 ?
"""


def rows(*tables: str) -> list[object]:
    made = []
    for table in tables:
        for row in table.strip().splitlines():
            language, sentence, expected = row.split(" | ")
            made.append(pytest.param(language, sentence, [] if expected == "-" else expected.split("; "), id=sentence))
    return made


@pytest.mark.parametrize(
    ("language", "sentence", "expected"),
    rows(
        WEEKDAYS,
        YEARS_APART,
        NIGHTS,
        ERAS,
        SHARES,
        NAMES,
        HOLIDAYS,
        COUNTS,
        DIGITS,
        LISTS,
        AROUND,
        APPOINTMENTS,
        HOURS,
        NAMED_TWICE,
    ),
)
def test_a_class_of_expressions_is_read(language: str, sentence: str, expected: list[str]) -> None:
    found = [m for m in tag(sentence, reference=TUESDAY, language=language) if m.edtf]
    said = [f"{sentence[m.start : m.end]} = {m.edtf}{'' if m.confidence >= SURE else ' ?'}" for m in found]
    assert said == expected
    for mention in found:
        assert all(str(EDTF.parse(edtf)) for edtf in (mention.edtf, *(a.edtf for a in mention.alternatives)))


@pytest.mark.parametrize(
    ("sentence", "first", "last"),
    [
        pytest.param("In der Nacht von Samstag auf Sonntag brannte es.", "2023-09-16TNI", "2023-09-17", id="weekdays"),
        pytest.param("In der Nacht vom 4. auf den 5. Mai 2021 brannte es.", "2021-05-04TNI", "2021-05-05", id="days"),
    ],
)
def test_a_night_keeps_its_two_days(sentence: str, first: str, last: str) -> None:
    (night,) = tag(sentence, reference=TUESDAY, language="de")
    assert [bound.timex for bound in night.bounds] == [first, last]
    assert night.timex == first


def test_the_night_that_ends_in_a_day_is_named_after_the_only_day_that_is_named() -> None:
    (night,) = tag("In der Nacht zum 1. Mai 2021 brannte es.", reference=TUESDAY, language="de")
    assert (night.edtf, night.timex, night.bounds) == ("2021-04-30/2021-05-01", "2021-05-01TNI", ())


def test_years_before_christ_keep_both_ends_of_their_range() -> None:
    (wars,) = tag("The wars lasted from 264 to 146 BC.", reference=TUESDAY, language="en")
    assert [bound.timex for bound in wars.bounds] == ["BC0264", "BC0146"]


TABLES = (WEEKDAYS, YEARS_APART, NIGHTS, ERAS, SHARES, NAMES, HOLIDAYS, COUNTS, DIGITS, LISTS, AROUND)
WORDS = {
    code: sorted({word for table in TABLES for row in table.strip().splitlines() if row.startswith(f"{code} |")
                  for word in row.split(" | ")[1].split()})
    for code in ("en", "de", "es", "fr", "nl")
}  # fmt: skip


@settings(derandomize=True, deadline=None, max_examples=400)
@given(
    row=st.sampled_from(sorted(WORDS)).flatmap(
        lambda code: st.tuples(st.just(code), st.lists(st.sampled_from(WORDS[code]), max_size=16).map(" ".join))
    ),
    reference=st.none() | st.dates() | st.sampled_from([date.min, date.max]),
    genre=st.sampled_from(["news", "narrative"]),
)
def test_any_row_of_these_words_gives_values_that_parse(
    row: tuple[str, str], reference: date | None, genre: str
) -> None:
    language, text = row
    end = 0
    for mention in tag(text, reference=reference, language=language, genre=genre):
        assert end <= mention.start < mention.end <= len(text)
        end = mention.end
        assert {mention.rule, *(a.rule for a in mention.alternatives)} <= RULES
        for edtf in (mention.edtf, *(a.edtf for a in mention.alternatives)):
            assert edtf == "" or str(EDTF.parse(edtf))


def test_a_doubtful_month_in_digits_gives_the_years_as_its_other_reading() -> None:
    (month,) = tag("It was hot in 2003-07.", reference=TUESDAY, language="en")
    assert (month.edtf, [a.edtf for a in month.alternatives]) == ("2003-07", ["2003/2007"])
