"""What people call the columns of a timeline, in English, Spanish, French, German and Dutch. Data only.

Names are folded and their words apart ("date added" for dateAdded), the surest first: a name's place in its list counts
against it. A name stands for itself; one with a * for all names that hold these words.
"""

from __future__ import annotations

NAMES: dict[str, tuple[str, ...]] = {
    "headline": tuple(
        (
            "headline|event title|incident title|title|heading|titular|titre|titel|titulo|schlagzeile|"
            "uberschrift|kop|event name|incident name|*vulnerability name|name|event|incident|what|what happened|"
            "was|ereignis|vorfall|suceso|evento|hecho|evenement|gebeurtenis|wat|que paso|item label|itemlabel|"
            "label|eventlabel|event label|message|msg|subject|betreff|asunto|objet|onderwerp|case|case name|"
            "campaign|breach|company|victim|entity|organization|organisation|target|summary|short description|"
            "*title|*headline|*titel|*titre|*titulo|*event|*name label"
        ).split("|")
    ),
    "body": tuple(
        (
            "body|text|description|descripcion|beschreibung|omschrijving|details|detail|*description|narrative|"
            "story|summary|abstract|zusammenfassung|resumen|resume|resumé|samenvatting|inhalt|contenu|contenido|"
            "sachverhalt|event|what happened|incident description|content|full text|background|explanation|"
            "erlauterung|toelichting|short description|long description|beschrijving|hechos|detalle|detalles|"
            "explication|desc|info|comment|comments|notes|note|remarks|bemerkungen|observaciones|remarques|"
            "opmerkingen"
        ).split("|")
    ),
    "date": tuple(
        (
            "event date|incident date|date of event|date of incident|start date|date start|from date|date from|"
            "startdate|date|datetime|date time|when|wann|cuando|quand|wanneer|datum|fecha|fecha del hecho|"
            "date de l evenement|jour|start|begin|beginn|begindatum|startdatum|start datum|anfang|inicio|"
            "fecha desde|datum von|datum van|datum vanaf|date du|"
            "fecha inicio|fecha de inicio|debut|date de debut|date debut|tag|from|von|desde|du|vanaf|occurred|"
            "occurred on|occurred at|date occurred|point in time|pointintime|zeitpunkt|tatzeit|ereignisdatum|"
            "datum ereignis|event time|timestamp|time stamp|epoch|unix time|unixtime|dt|ts|time|decision date|"
            "date of decision|filing date|date filed|*incident date|*breach date|*attack date|date of attack|"
            "date of breach|*event date|date discovered|discovered|discovery date|date reported|reported|"
            "date added|date disclosed|disclosure date|date announced|date posted|posted|published|"
            "publication date|date published|start time|starttime|point in time|"
            "due|due date|*fecha|*datum|*date|year|*year|ano|jahr|annee|jaar"
        ).split("|")
    ),
    "end": tuple(
        (
            "end date|date end|enddate|to date|date to|end|until|ende|enddatum|fin|fecha fin|fecha de fin|"
            "fecha hasta|datum bis|datum tot|datum ende|date au|"
            "fecha final|date de fin|date fin|bis|hasta|au|tot|einde|end time|ended|end datum|einddatum|finished|"
            "termino|fecha de termino|*end date"
        ).split("|")
    ),
    "year": tuple(
        ("startyear|year|ano|jahr|annee|jaar|start year|event year|incident year|startjahr|yyyy|iyear|yr").split("|")
    ),
    "month": tuple(("startmonth|month|mes|monat|mois|maand|start month|event month|mm|imonth|mo").split("|")),
    "day": tuple(("startday|day|dia|tag|jour|dag|start day|event day|dd|day of month|iday|dy").split("|")),
    "time": tuple(("time|hora|uhrzeit|heure|tijd|start time|event time|time of day|zeit|clock|tijdstip").split("|")),
    "end_year": tuple(("endyear|end year|endjahr|ano fin|annee fin|eindjaar").split("|")),
    "end_month": tuple(("endmonth|end month|endmonat").split("|")),
    "end_day": tuple(("endday|end day|endtag").split("|")),
    "end_time": tuple(("end time|endzeit|hora fin|heure fin|eindtijd").split("|")),
    "date_text": tuple(
        (
            "display date|date text|date words|date as given|date original|fecha texto|datum text|verbatim date|"
            "approxdate|approximate date|date approximate"
        ).split("|")
    ),
    "part": tuple(("part|date part").split("|")),
    "kind": tuple(
        (
            "kind|event kind|event type|type of event|art|art des ereignisses|soort|tipo de evento|"
            "type d evenement|incident type|type|tipo|typ|category type"
        ).split("|")
    ),
    "language": tuple(("language|lang|sprache|idioma|langue|taal|lingua").split("|")),
    "place": tuple(
        (
            "place|location|city|country|region|state|ort|stadt|land|lugar|ciudad|pais|provincia|estado|lieu|"
            "ville|pays|plaats|stad|municipality|county|where|wo|donde|ou|waar|tatort|standort|gemeente|venue|"
            "location label|locationlabel|country label|countrylabel|place label|placelabel|receiver country|"
            "localidad|locality|commune|departement|*geo full name|*geo fullname"
        ).split("|")
    ),
    "person": tuple(
        (
            "person|people|persons|name of journalist|journalist|journalists|victims|personen|beteiligte|"
            "personas|personnes|actors|attacker|defendant|defendants|plaintiff|plaintiffs|suspect|suspects|who|"
            "wer|quien|qui|wie|judge|targeted journalists|participants|beklagte|angeklagte|acusado|betrokkenen"
        ).split("|")
    ),
    "organisation": tuple(
        (
            "organisation|organization|organisations|organizations|company|companies|institution|organisationen|"
            "organizacion|empresa|entreprise|organisatie|bedrijf|vendor project|vendor|victim organization|"
            "ransomware group|group name|gang|threat actor|initiator name|receiver name|agency|firma|unternehmen|"
            "deployers|alleged deployer|*alleged deployer*|*alleged developer*|alleged developer of ai system|"
            "developer|affected organization|targeted institutions|entity|target|victim|court|gericht|tribunal|"
            "rechtbank|defendant company|party|parties|owner|organisation name|actor|perpetrator group|gname|actor name"
        ).split("|")
    ),
    "tag": tuple(
        (
            "tag|tags|category|categories|keyword|keywords|label|labels|topic|topics|stichwort|stichworte|"
            "schlagworte|schlagworter|kategorie|kategorien|etiqueta|etiquetas|categoria|categorias|mots cles|"
            "categorie|etiquette|thema|themen|tema|trefwoorden|group|groupe|gruppe|rubrik|ressort|rubrique|"
            "seccion|product|sector|industry|branche|type|tipo|typ|art|event type|incident type|cwes|cwe|"
            "technologies|attack type|method|method of leak|data type|section|rubriek"
        ).split("|")
    ),
    "source_url": tuple(
        (
            "source url|source urls|source link|source links|url|urls|link|links|href|sources|source|references|"
            "reference|reference url|ref|refs|quelle|quellen|quelllink|fuente|fuentes|enlace|enlaces|lien|liens|"
            "sources url|bron|bronnen|report url|article url|news url|permalink|more info|citation|citations|"
            "evidence|belege|beleg|nachweis|1st source link|2nd source link|source 1|source 2|source 3|"
            "*source url*|*source link*|*url*|*link*|media|referencia|referencias|referenties|external link|"
            "external links|described at url|describedaturl|court document|source name url|notes|archive url|"
            "archived url"
        ).split("|")
    ),
    "source_title": tuple(
        (
            "source title|source titles|source name|sources|source|quelle|fuente|bron|reference title|"
            "article title|report title|source headline|titel quelle|titre source|titulo fuente|media caption|"
            "source text|reference|scite|citation|source citation"
        ).split("|")
    ),
    "source_publisher": tuple(
        (
            "publisher|publication|outlet|newspaper|medium|source publisher|medio|zeitung|journal|editeur|"
            "uitgever|media outlet|herausgeber|krant|news outlet|source domain|media credit|source name|"
            "periodico|diario|*outlet|*newspaper|*publisher"
        ).split("|")
    ),
    "source_published": tuple(
        (
            "source date|source published|article date|report date|date published|publication date|published|"
            "published at|pubdate|datum quelle|veroffentlicht|veroffentlichung|erschienen|fecha publicacion|"
            "fecha de publicacion|fecha fuente|publicado|date de publication|date publication|publie|date source|"
            "datum bron|gepubliceerd|publicatiedatum|access date published"
        ).split("|")
    ),
    "source_author": tuple(
        (
            "author|authors|byline|autor|autoren|autores|auteur|auteurs|reporter|source author|verfasser|written by"
        ).split("|")
    ),
    "quote": tuple(
        ("quote|quotes|quotation|zitat|cita|citation text|citaat|extract|excerpt|passage|extrait").split("|")
    ),
    "locator": tuple(("page|pages|seite|seiten|pagina|paginas|locator|paragraph|randnummer|pp").split("|")),
    "stance": tuple(("stance|supports|disputes|haltung").split("|")),
    "id": tuple(
        (
            "id|uid|uuid|guid|event id|incident id|record id|key|cve id|cveid|nr|identifier|kennung|slug|"
            "unique id|item|case id|*event id|case number|aktenzeichen|docket|expediente|dossiernummer|*incident id|"
            "eventid|no|number|kenmerk|#"
        ).split("|")
    ),
    "incident": (),  # only where another column is the headline: see INCIDENTS
    "order": tuple(("order|sort order|position|reihenfolge|orden|ordre|volgorde|sequence").split("|")),
}

ALSO: dict[str, str] = {
    "headline": (
        "nombre|nom|naam|intitule|libelle|bezeichnung|kurzbeschreibung|denominacion|nombre del evento|"
        "nom de l evenement|naam gebeurtenis|onderwerp gebeurtenis|external desc|payload|mission|mission name|"
        "dyad name|voorval|incidente|short|value"
    ),
    "body": (
        "relato|relato de los hechos|circunstancias|circonstances|circumstances|faits|expose des faits|"
        "umstande|hergang|tathergang|ablauf|verlauf|toedracht|verloop|recit|sintesis|synopsis|"
        "descriptions|root cause|cause|impact|additional info|more information|*beschreibung|*descripcion|*omschrijving"
    ),
    "date": (
        "date des faits|date du fait|date incident|date de l incident|date de l accident|datum voorval|"
        "datum incident|datum des vorfalls|fecha de los hechos|fecha hecho|fecha ocurrencia|"
        "fecha del suceso|fecha del evento|fecha incidente|begin date time|start date time|"
        "*begin date|started at|started|began|onset|opened|"
        "open date|date open|date opened|launched|date of death|first seen|first observed"
    ),
    "end": (
        "closed|date closed|close date|date close|closed at|resolved|resolved at|date resolved|solved at|solved date|"
        "date solved|mitigated at|restored at|"
        "resolution date|ended at|stop date|completed|completed at|completion date|date completed|finish|"
        "finish date|retired|discontinued|dissolved|fecha de cierre|cierre|date de cloture|cloture|"
        "abgeschlossen|behoben|geschlossen|gesloten|opgelost|*end|finalizacion|fecha de finalizacion|"
        "fecha termino|resolved when|last seen|last observed"
    ),
    "year": "year start|begin year|beginjahr|ano inicio|annee debut",
    "end_year": "year end",
    "place": (
        "municipio|departamento|comuna|distrito|corregimiento|vereda|barrio|localizacion|ubicacion|"
        "region name|admin1|admin2|adm1|adm2|adm 1|adm 2|provstate|province|provincie|provinz|town|"
        "village|district|borough|neighbourhood|neighborhood|launch site|street address|bundesland|"
        "landkreis|kreis|gemeinde|bezirk|canton|kanton|arrondissement|countries|territory|where description|"
        "country or region|land region|regio|streek|tatorte|adresse|adres|*location of"
    ),
    "person": (
        "victim name|victims name|name of victim|victima|victimas|victime|victimes|opfer|slachtoffer|"
        "slachtoffers|tater|deceased|name of deceased|suspect name"
    ),
    "organisation": (
        "side a|side b|perpetrator|perpetrators|perpetrateur|presunto responsable|responsable|"
        "responsables|operator|operators|betreiber|exploitant|customer|provider|airline|"
        "agency responsible|*agency|affected organisation"
    ),
    "tag": (
        "disaster type|disaster subtype|attacktype|targtype|weaptype|weapon type|crime type|breach type|"
        "breachtype|organization type|organisation type|*type of|*tipo de|*type de|*type d|*art der|"
        "*art des|*soort"
    ),
    "source_url": (
        "source document|source documents|fuentes de informacion|sources d information|shortlink|short link|"
        "permalink url"
    ),
    "source_title": "source document|source documents",
    "source_publisher": "source office|source organization|news source",
    "source_published": (
        "date de l article|date article|datum artikel|datum des artikels|artikeldatum|fecha de la noticia|"
        "fecha noticia|fecha del articulo|date of article|date of report"
    ),
}
"""Further names, all of them as sure as each other."""

INCIDENTS = frozenset(
    "incident|incidents|incident title|incident name|incident slug|timeline|vorfall|incidente|affaire".split("|")
)

CLOSING = frozenset(
    "closed|date closed|close date|date close|closed at|solved|solved at|solved date|date solved|mitigated at|"
    "restored at|resolved|resolved at|resolved when|date resolved|"
    "resolution date|completed|completed at|completion date|date completed|retired|discontinued|dissolved|"
    "fecha de cierre|cierre|date de cloture|cloture|abgeschlossen|behoben|geschlossen|gesloten|opgelost".split("|")
)
"""Names of an end that may also be all that a table says of when."""
