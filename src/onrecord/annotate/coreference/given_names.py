"""Given names that tell whether their bearer is a man or a woman; those that both bear are left out."""

from __future__ import annotations

from onrecord.annotate.entities import Gender
from onrecord.text.folding import fold

_WOMEN = frozenset(
    "abigail ada adele adriana agata agnes agnieszka aisha alejandra alexandra alexandria alice alicia alina "
    "alisa allison alma amanda amelia amina amy ana anastasia angela angelina angelica anita anna "
    "anne annette annie antonia antonina ariana astrid audrey aurora ayesha barbara beata beatrice beatriz "
    "becky belinda bernadette bertha beth betty bianca birgit bonnie brenda bridget brigitte britney bronwyn "
    "camila carla carmen carolina caroline carolyn cassandra catalina caterina catherine cecilia celeste "
    "celia charlotte chelsea chiara chloe christina christine cindy claire clara claudia colleen consuelo "
    "corazon cristina cynthia dagmar daisy daniela daria dawn deborah debbie deirdre denise diana diane dolores "
    "donna dora doris dorothy ebony edith eileen ekaterina elaine eleanor elena eleni elfriede elif elisa "
    "elisabeth elise eliza elizabeth ella ellen eloise elsa emilia emily emma erica erika erin esperanza estelle "
    "esther ethel eugenia eva evelyn fatima fatma felicia fiona flora florence frances francesca francine "
    "frida frieda gabriela gabriella galina genevieve georgina geraldine gertrude gina giorgia giovanna giulia "
    "gloria grace greta gretchen gudrun guadalupe hannah hanna harriet hatice heather heidi heike helen helena "
    "helene helga henrietta hermione hilda hillary hortense ilona ilse imelda ina indira ines inga "
    "ingeborg ingrid irene irina iris isabel isabella isabelle ivana ivanka ivy jacqueline jacinda jadwiga jane "
    "janet janice jasmine jeanette jenna jennifer jenny jessica jill joanna joanne johanna josephine joyce "
    "juanita judith judy julia juliana julianne julie juliet justyna karen karin karina karla kate katarina "
    "katarzyna kateryna katharine katherine kathleen kathryn kathy katie katja katrin katrina katya kayla "
    "khadija kirsten kristen kristin kristina krystyna lara larisa latifa laura lauren leila lena leona leticia "
    "leyla lidia lillian lily linda lisa liza lois lola lorraine louise lucia lucille lucinda lucy ludmila luisa "
    "lydia lyudmila madeleine madeline magdalena maggie malgorzata malala mara margaret margarita margot "
    "margrethe maria mariam mariana marianne marie marija marilyn marina marjorie marlene marta martha "
    "martina mary maryam matilda maureen maxine meera megan melania melanie melinda melissa mercedes meredith "
    "mia michaela michelle mila mildred milena miranda miriam moira molly mona monica monika muriel nadezhda "
    "nadia nadine nancy naomi natalia natalie natasha nellie nicole nigella nina nora norma olena "
    "olga olivia ophelia oksana paige pamela patricia paula paulina pauline penelope penny petra phoebe phyllis "
    "priscilla priya rachel raquel rebecca regina renata rhoda rita roberta rosa rosalind rosalynn rose rosemary "
    "roxana ruth sabina sabine sabrina sally samantha samira sandra sara sarah saskia sharon sheila "
    "shirin shirley sigrid silke silvia sofia sonia sonja sophia sophie stella stephanie sue susan "
    "susanna susanne suzanne svetlana sylvia tabitha tamara tania tanya tara tatiana tatyana teresa theresa "
    "thelma tiffany tina ulrike ulla ursula valentina valeria valerie vanessa vera veronica veronika victoria "
    "viktoria viola violet virginia wanda wendy whitney wilhelmina winifred xenia yasmin yolanda yuliya yvette "
    "yvonne zahra zainab zeynep zoe zofia zuzana".split()
)
_MEN = frozenset(
    "aaron abdul abdullah abraham adam adolf adrian ahmad ahmed akira alan albert alberto aleksandar aleksander "
    "aleksandr aleksei alessandro alexander alexandros alexei alexey alfonso alfred ali allan allen alvaro amir "
    "anatoly anders andre andreas andrei andres andrew andrey andriy andrzej andy angus anthony anton antonio antonis "
    "antony armando arnold arthur artur arturo augusto bartosz basil ben benedict benjamin bernard bernardo "
    "bernhard bert bill bjorn bob bogdan boris brad bradley brandon brendan brian bruce bruno bryan burak carl "
    "carlo carlos cedric cesar chad charles charlie christian christoph christopher christos chuck clarence "
    "claudio clement clifford clive colin conrad cornelius craig curtis cyril dan daniel danny darren dave david "
    "dean denis dennis derek dick diego dieter dimitri dimitris dirk dmitri dmitry dmytro dominic don donald "
    "doug douglas duncan dwight earl ed eddie edgar eduardo edmund edward edwin elias elijah emilio emmanuel "
    "enrico enrique eric erich francis erik ernest ernesto ernst esteban ethan eugene evgeny fabio felipe felix "
    "ferdinand "
    "fernando fidel filip florian floyd francesco francisco franco francois frank frans franz fred frederick "
    "friedrich fritz fyodor gareth gary gavin gene geoffrey georg george georgi gerald gerard gerhard giancarlo "
    "gilbert giorgio giovanni giuseppe gordon graham greg gregory grigory grzegorz guillermo gunther "
    "gustav gustavo guy hakan hamid hank hannes hans harold harry hasan hassan heinrich heinz helmut henri henrik "
    "henry herbert herman hermann hiroshi homer horst howard hubert hugh hugo hussein ian ibrahim igor ilya "
    "imran isaac ismail ivan ivo jack jacob jacques jakob jakub james janusz jared jason javier jeff jeffrey "
    "jens jeremy jerome jerry jesus jim jimmy joachim joao joe joel johann johannes john johnny jon jonas "
    "jonathan jorge jose josef joseph joshua josip juan julian julio julius jurgen justin kamal karl kazimierz "
    "keith kemal ken kenji kenneth kenta kevin khalid klaus konrad konstantin krzysztof kurt kyle lars larry "
    "lawrence leon leonard leonid leopold lev liam lionel lorenzo louis luca lucas ludwig luigi luis lukas luke "
    "magnus mahmoud malcolm manfred manuel marc marcel marcin marco marcus marek mariano mario marius mark markus "
    "martin marvin mateusz matteo matthew matthias maurice max maxim maximilian mehmet michael michal miguel "
    "mikael mike mikhail milan milos miroslav mohamed mohammad mohammed moses muhammad murray mustafa mykola "
    "narendra nathan nathaniel ned neil nelson nicholas nick nicolas nigel niklas nikolai nikolaos nikolay nikos "
    "nils norman oleg oleh oliver olivier omar orlando oscar oskar osman otto owen pablo paolo patrick paul "
    "paulo pavel pavlo pedro per pete peter petr petro philip philippe phil pierre pieter piotr prakash rafael "
    "raj ralph ramon raul ray raymond reinhard rene ricardo richard rick roald rob robert roberto rod rodney "
    "rodrigo roger roland rolf roman ronald ron ross roy rudolf rudy rupert russell ryan salvador salvatore "
    "samuel santiago saul scott sean sebastian serge sergei sergey sergio sergiu serhii seth shaun shinzo "
    "siegfried sigmund simon slobodan stanislav stanislaw stanley stefan stephen steve steven stewart stuart "
    "sven takeshi tariq ted teodor terence thaddeus theodore theo thomas tim timothy tobias todd tom tomas "
    "tomasz tony travis trevor tyler uwe vadim václav vaclav vasily victor viktor vincent vincenzo vitaly "
    "vladimir volodymyr vladislav vyacheslav waldemar walter warren wayne werner wilhelm will willem william "
    "winston wolfgang xavier yevgeny yitzhak yuri yury yusuf zachary zbigniew zoltan".split()
)


def gender_of(given_name: str) -> str | None:
    """Female or male where the given name is borne by women or by men alone, else None."""
    folded = fold(given_name)
    if folded in _WOMEN:
        return Gender.FEMALE
    return Gender.MALE if folded in _MEN else None
