"""Words that have a capital and are no name."""

from __future__ import annotations

NOT_NAMES = frozenset(
    "a about above according after again against all also although always am amid among an and another "
    "any anyone are around as asked at away back be because been before behind being below besides both "
    "but by can could despite did do does during each earlier either even ever every everyone few "
    "finally first following for former from further furthermore had has have he her here hers him his how "
    "however i if in indeed instead into is it its just last later let like many maybe me meanwhile "
    "more moreover most mr mrs ms much must my neither never nevertheless new next no nobody none "
    "nonetheless nor not nothing now of off often okay on once one only or other others otherwise our "
    "out over perhaps please previously rather recently same say says seen separately several she "
    "should since so some someone something soon still such than that the their them then there "
    "therefore these they this those though through thus to today together tomorrow tonight too two "
    "three four five six seven eight nine ten under unless until up upon us very was we well were what "
    "when where whether which while who whose why will with within without would yes yesterday yet you "
    "your speaking asked citing updated photo image read advertisement monday tuesday wednesday "
    "thursday friday saturday sunday january february march april may june july august september "
    "october november december feb mar apr jun jul aug sept sep oct nov dec north south east west "
    "northern southern eastern western neighbouring neighboring then ex-".split()
)
# Feasts and seasons of the church; general knowledge. A name only in company: "Easter Island".
FEASTS = frozenset(
    "ascension christmas diwali easter eid epiphany hallowe'en halloween hanukkah hogmanay holi lent "
    "michaelmas midsummer new-year newroz nowruz passover pentecost purim ramadan shavuot songkran sukkot tet "
    "thanksgiving whitsun xmas yule".split()
)
# Such words end a name where they have a capital within a sentence: "the fans’ group Stand *Together*".
NAME_ENDS = frozenset("north south east west first new today together forever tomorrow tonight".split())
