"""Words for offices and titles: how newspaper English says who somebody is."""

from __future__ import annotations

HONORIFICS = frozenset(
    "mr mr. mrs mrs. ms ms. miss dr dr. sir dame lord lady prof prof. professor rev. rev father sister cllr cllr. "
    "councillor alderman ald. hon. sheikh ayatollah imam".split()
)

# The noun of an office. A name behind it is a person's.
ROLE_NOUNS = frozenset(
    "accountant activist actor actress adviser advisor aide ambassador analyst archbishop architect "
    "assemblyman assemblywoman attorney author banker baron bishop boss broker brigadier cardinal "
    "captain chair chairman chairperson chairwoman chancellor chief chairmen coach colonel columnist "
    "commander commissioner congressman congresswoman conductor consul councillor councilman "
    "councilwoman counsel count countess critic delegate deputy detective diplomat director doctor duke "
    "economist editor emir engineer envoy executive farmer ferryman firefighter fisherman foreman "
    "founder gen general governor guard harbourmaster harbormaster head historian inspector "
    "investigator journalist judge justice king lawmaker lawyer leader lecturer legislator lieutenant "
    "magistrate major manager marshal mayor mediator member midfielder minister monitor mp mep "
    "negotiator novelist officer official operator organiser organizer owner participant partner "
    "patriarch pilot player policeman politician pollster pope premier president priest prince princess "
    "principal prosecutor professor publisher queen rabbi reporter representative researcher resident "
    "scientist secretary senator sergeant sheriff singer skipper soldier speaker spokesman spokesperson "
    "spokeswoman steward strategist striker student sultan superintendent surgeon surveyor teacher "
    "trader treasurer trustee vicar victim viscount warden widow witness worker writer sen sen. rep "
    "rep. gov gov. gen. col col. lt lt. sgt sgt. capt capt. maj maj. cmdr. adm. admiral".split()
)
# What may stand before the noun and belongs to the office.
ROLE_MODIFIERS = frozenset(
    "acting actor army assistant associate attorney cabinet cardinal chief civil climate co-founder "
    "communications commercial congressional constitutional crown defence defense deputy district "
    "economic economy education election emergency energy environment executive federal finance "
    "financial first fleet foreign former founding general harbour health house home human immigration "
    "industry information infrastructure intelligence interim interior international justice junior "
    "labor labour lead longtime majority managing marine medical middle military minority national "
    "naval navy nuclear opposition outgoing parliamentary party peace permanent personal policy police "
    "political presidential press prime private public regional retired rights river royal science "
    "second security senior shadow social special sports state strategic supreme tax team then trade "
    "transport treasury union veteran vice water east chancellery election government agriculture culture employment "
    "fisheries forestry food housing investment irrigation labour migration mining planning reconstruction tourism "
    "welfare women youth".split()
)
FEMALE = frozenset(
    "mrs mrs. ms ms. miss dame lady queen princess spokeswoman chairwoman congresswoman councilwoman "
    "actress countess sister widow mother daughter wife woman policewoman businesswoman assemblywoman "
    "her herself she".split()
)
MALE = frozenset(
    "mr mr. sir lord king prince spokesman chairman congressman councilman count duke father brother "
    "son husband man policeman businessman fisherman ferryman foreman assemblyman his himself he "
    "widower".split()
)
ORGANIZATION_WORDS = frozenset(
    "academy administration agency airline airlines airways alliance army assembly association "
    "authority bank board brigade bundesbank bureau cabinet campaign center centre chamber charity "
    "church circuit club coalition college commission committee community company confederation "
    "conference congress consortium constabulary convention co-operative cooperative corp corporation "
    "council court customs department directorate duma embassy energy federation ferries fire fleet "
    "force forces foundation front fund government group guard guild hospital holdings house inc "
    "industries inquiry inspectorate institute institution investigators international laboratory "
    "league legion ltd media ministry mission movement museum navy network office oil ombudsman palace "
    "operations organisation organization parliament partners partnership party plc police power press "
    "prison prosecutors railway railways rescue rights school secretariat senate service services "
    "society staff steel syndicate systems team times trust tribunal treasury unesco union university "
    "watch water works workers zoo mining motors telecom foods pharma technologies resources shipping "
    "lines mines shipyard leisure ventures securities insurance financial entertainment studios pictures labs software "
    "pharmaceuticals brewery breweries stores supermarkets hotels resorts properties logistics electronics "
    "telecommunications wireless biotech therapeutics aerospace aviation automotive beverages brands enterprises "
    "associates solutions consulting investments".split()
)
# Those that are nobody's surname, whatever office stands beside them: "Student Government", "Congress, the president".
NO_SURNAMES = frozenset(
    "agency association authority cabinet commission committee congress council court department directorate embassy "
    "federation government institute ministry parliament party secretariat senate tribunal treasury union "
    "university".split()
)
# Words that companies' names end in; short, they go by what stands before: "Gravenor" of Gravenor Mining. What a town
# or country has ends in none of these: "Quenza" is no short name of the Quenza Council.
FIRM_ENDS = frozenset(
    "aerospace airline airlines airways associates automotive aviation bank beverages biotech brands breweries brewery "
    "broadcasting company consulting corp corporation electronics energy enterprises entertainment ferries financial "
    "foods group holdings hotels inc industries insurance international investments labs leisure lines logistics ltd "
    "media mines mining motors oil partners pharma pharmaceuticals pictures plc power properties railways resorts "
    "resources securities shipping software solutions steel stores studios supermarkets systems technologies telecom "
    "telecommunications television therapeutics tv ventures water wireless".split()
)
PLACE_WORDS = frozenset(
    "airport archipelago avenue basin bay beach boulevard bridge canal cape cathedral city coast corridor county "
    "cove creek desert district estuary falls firth fjord forest glacier gulf hall harbor harbour heights highway "
    "hill hills island islands isle lake mount mountain mountains oblast ocean park peninsula plains plateau "
    "point pole port province quay reef region republic river road sea shore square station strait straits street "
    "territory town valley village".split()
)
# Words that tie the parts of one name: "Ursula von der Leyen", "Bank of Estmark".
PARTICLES = frozenset(
    "de la van von der den bin ibn al el da di del du dos das ben abu af av zu ter ten y e le".split()
)
