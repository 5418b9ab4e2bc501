"""Words in capitalised names that tell what they name: closed lists of our own for English news."""

from __future__ import annotations

# A name with one of these is a body's: "Halden Energy", "House Republicans".
BODIES = frozenset(
    """party ministry university news times post press journal herald tribune telegraph guardian mail inc corp company
    committee council court house senate congress parliament department union force forces army guard navy
    police bank group agency league church institute center centre association commission federation foundation
    network television tv radio legion battalion corps movement front coalition alliance campaign administration
    energy club team office service board authority bureau society trust industries systems airlines wire
    courier beacon staff troops command media guards rebels officials republicans democrats republican
    democratic conservatives liberals labour caucus fc united city rovers""".split()
)
# A name with one of these is nobody's: "Kursk Oblast", "Social Security".
THINGS = frozenset(
    """street road avenue river lake sea ocean county city state region oblast province district island islands valley
    mountain bay airport plant station bridge park stadium square hall tower act bill law war day week month
    year game games cup award prize app web telegram twitter facebook youtube instagram agreement treaty accord
    summit border hill beach coast east west north south monday tuesday wednesday thursday friday saturday
    sunday january february march april may june july august september october november december jan feb mar apr
    jun jul aug sep sept oct nov dec christmas easter thanksgiving english internet majority minority tv ceo pm
    mp ok pac covid pdf usa id st dr medicare medicaid security health services policy affairs first state
    states highway amendment storm hurricane""".split()
)
# A name with one of these is a place: "New York".
PLACES = frozenset(
    """alabama alaska arizona arkansas california carolina colorado connecticut delaware florida hawaii idaho illinois
    indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri
    montana nebraska nevada hampshire jersey york dakota ohio oklahoma oregon pennsylvania tennessee texas utah
    vermont wisconsin wyoming angeles francisco diego antonio orleans vegas boston chicago houston dallas
    philadelphia detroit seattle atlanta miami denver manhattan brooklyn queensland wales scotland england
    ontario quebec yorkshire europe africa asia america mexico leeds manchester birmingham liverpool glasgow
    edinburgh dublin belfast gaza hollywood""".split()
)
