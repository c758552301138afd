"""Tables in the manner of real ones, with rows of our own making."""

# ruff: noqa: E501
from __future__ import annotations

PRESS_FREEDOM = """\
title,date,exact_date_unknown,city,state,body,categories,tags,links,targeted_journalists,url
Photographer shoved by officers at rally,2020-06-02,False,Portland,Oregon,"<p>A photographer was pushed to the ground while <a href=""https://example.org/rally"">covering a rally</a>.</p>",Assault,"protest, chemical irritant",https://news.example.org/a; https://news.example.org/b,Robin Vale,https://tracker.example.org/all-incidents/shoved/
Reporter subpoenaed over leaked memo,2020-06-01,True,Austin,Texas,"<p>A reporter was ordered to testify about a memo that had reached the paper.</p>",Subpoena/Legal Order,leak,https://news.example.org/c,Sam Poole,https://tracker.example.org/all-incidents/memo/
Equipment seized at border crossing,2020-07-19,False,El Paso,Texas,"<p>Two cameras were held back for a week without a word of reason to the owner.</p>",Equipment Search or Seizure,,,Kim Oduya,https://tracker.example.org/all-incidents/border/
"""

CYBER_INCIDENTS = """\
incident_id,name,description,start_date,end_date,inclusion_criteria,incident_type,receiver_name,receiver_country,initiator_name,initiator_country,attribution_date,sources_url,added_to_database
1042,Unknown actors disrupted a port operator,A group of unknown actors interrupted the terminal systems of a port operator for three days in May.,2021-05-03,2021-05-06,Attack on critical infrastructure,Disruption,Harbour Company,Netherlands,Not available,Not available,,https://a.example.org/1; https://b.example.org/2,2022-02-01
1043,State-linked group stole mails of a ministry,A group said to be linked to a state copied mails of a foreign ministry over several months.,2020-11-01,Not available,Attack on political target,Data theft,Ministry of Examples,Germany,Quiet Heron,Not available,2021-02-11,https://c.example.org/3,2022-02-01
"""

AI_INCIDENTS = """\
_id,incident_id,date,reports,Alleged deployer of AI system,Alleged developer of AI system,Alleged harmed or nearly harmed parties,description,title
ObjectId(5a1),1,2015-05-19,"[1,2,15]","[""example-video""]","[""example-video""]","[""children""]",A filter let through cartoons that were not meant for children.,Video service for children shows violent cartoons
ObjectId(5a2),2,2016-12-05,"[139,141]","[""example-warehouse""]","[""example-robotics""]","[""warehouse-workers""]",A robot punctured a can of repellent and workers were taken to hospital.,Warehouse robot ruptures can of bear spray
"""

BREACHES = """\
| Date | Company | What happened | Records | Link |
|------|---------|---------------|---------|------|
| 2019-07-29 | Example Bank | A misconfigured firewall let an outsider copy applications | 106 million | [report](https://bank.example.org/facts) |
| 2018-11-?? | Example Hotels | Guests' passport numbers were copied over four years | 383 million | [statement](https://hotels.example.org/s) [analysis](https://blog.example.org/h) |
| Q2 2020 | Example Games | Accounts were taken over with old passwords | 300,000 | https://games.example.org/notice |
"""

WIKIPEDIA_LIST = """\
<table class="wikitable"><tr><th>Date</th><th>Location</th><th>Event</th><th>Deaths</th><th>Refs</th></tr>
<tr><td>4 March 1997</td><td>Exampletown</td><td>Gas explosion in a bakery</td><td>3</td><td><a href="https://paper.example.org/1997/bakery">[1]</a></td></tr>
<tr><td>c. 1850</td><td>Samplebury</td><td>Collapse of the old bridge</td><td>unknown</td><td></td></tr>
<tr><td>November 4 &amp; 8, 2024</td><td>Mustercity</td><td>Two fires in the same depot</td><td>0</td><td><a href="https://paper.example.org/2024/depot">[2]</a></td></tr></table>
"""

RANSOMWARE = """\
victim,group_name,discovered,published,country,activity,website,post_url,description,screenshot
Example Clinic,quietlock,2023-03-01 07:12:55.123456,2023-02-27 00:00:00.000000,US,Healthcare,www.clinic.example.org,http://leak.example.net/post/1,A clinic with three sites whose patients' records are threatened with publication.,https://img.example.org/1.png
Sample Foods,darkpantry,2023-03-02 11:40:01.000000,2023-03-02 00:00:00.000000,DE,Food,foods.example.org,http://leak.example.net/post/2,A maker of sauces with some two thousand employees in four countries.,https://img.example.org/2.png
"""

COURT = """\
Date Filed\tDocket #\tDocket Text\tParty\tDocument
03/04/2021\t1\tCOMPLAINT against Example Corp. filed by the State. (Attachments: # 1 Exhibit A, # 2 Civil Cover Sheet)\tState of Example\thttps://court.example.org/1/1.pdf
03/15/2021\t4\tMOTION to dismiss for lack of jurisdiction by Example Corp.\tExample Corp.\thttps://court.example.org/1/4.pdf
04/02/2021\t9\tORDER denying the motion to dismiss. Signed by the judge.\tCourt\thttps://court.example.org/1/9.pdf
"""

SPANISH = """\
Fecha;Titular;Descripción;Lugar;Fuente;Enlace;Etiquetas
3 de marzo de 2021;El ministerio confirma el ataque;La ministra explicó ante la prensa que varios sistemas siguen sin servicio;Madrid;Diario Ejemplo;https://diario.example.es/ataque;ciberataque, ministerio
mediados de marzo de 2021;Se restablece el correo;Los funcionarios recuperaron el acceso al correo tras dos semanas;Madrid;Radio Muestra;https://radio.example.es/correo;ministerio
sin fecha;Se pagó un rescate;No consta cuándo se pagó el rescate ni quién dio la orden;;;;rescate
"""

GERMAN = """\
Datum;Uhrzeit;Titel;Beschreibung;Ort;Quelle;Link;Veröffentlicht
04.03.2021;14:30;Rathaus vom Netz genommen;Die Stadt schaltete nach einem Angriff alle Rechner ab;Musterstadt;Beispielzeitung;https://zeitung.example.de/rathaus;05.03.2021
Anfang April 2021;;Bürgerbüro öffnet wieder;Zwei von sechs Schaltern arbeiten mit Papier;Musterstadt;Beispielzeitung;https://zeitung.example.de/schalter;07.04.2021
unbekannt;;Daten im Netz aufgetaucht;Ein Forum bot Akten zum Verkauf an;;Blog Muster;www.blog.example.de/akten;10.05.2021
"""

FRENCH = """\
date de début,date de fin,événement,résumé,lieu,sources
3 mars 2021,5 mars 2021,Panne à l'hôpital,"Les urgences ont été détournées pendant deux jours, selon la direction",Exempleville,"https://journal.example.fr/panne
https://radio.example.fr/urgences"
mars 2021,en cours,Enquête du parquet,"Le parquet a ouvert une enquête contre des inconnus, sans en dire plus",Exempleville,https://journal.example.fr/enquete
"""

WIKIDATA = """\
item,itemLabel,pointInTime,countryLabel,describedAtUrl
http://www.wikidata.org/entity/Q1000001,Example reactor accident,1986-04-26T00:00:00Z,Examplia,https://archive.example.org/reactor
http://www.wikidata.org/entity/Q1000002,Example ferry disaster,+1912-00-00T00:00:00Z,Samplia,
http://www.wikidata.org/entity/Q1000003,Great example flood,+1953-02-00T00:00:00Z,Samplia,https://archive.example.org/flood
"""

NEWSROOM_JSON = """\
{"timeline": {"events": [
 {"headline": "Port stands still", "start": {"year": 2023, "month": 9}, "sources": [
   {"url": "https://a.example.org/1", "title": "First report", "publisher": "Example Times", "published": "2023-09-20"},
   {"url": "https://b.example.org/2", "title": "Second report", "note": "paywalled"}], "tags": ["port", "outage"]},
 {"headline": "Port works again", "start": {"year": 2023, "month": 10, "day": 2}, "sources": [], "tags": []}]}}
"""

TABLES: dict[str, tuple[str, str]] = {
    "press freedom": ("incidents.csv", PRESS_FREEDOM),
    "cyber incidents": ("incidents.csv", CYBER_INCIDENTS),
    "AI incidents": ("incidents.csv", AI_INCIDENTS),
    "breaches": ("README.md", BREACHES),
    "Wikipedia": ("list.html", WIKIPEDIA_LIST),
    "ransomware": ("victims.csv", RANSOMWARE),
    "court": ("docket.tsv", COURT),
    "Spanish": ("hoja.csv", SPANISH),
    "German": ("tabelle.csv", GERMAN),
    "French": ("tableau.csv", FRENCH),
    "Wikidata": ("query.csv", WIKIDATA),
    "newsroom JSON": ("events.json", NEWSROOM_JSON),
}
