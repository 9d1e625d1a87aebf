-- The vision has one home, the partnership's settings; the strategy shows it from there and says where it comes from.
-- What stood in the strategy alone moves there. What stood in both goes from the strategy; where they differ, both texts stay for
-- people to settle. The owner is bound by row-level security too, and nobody changes anything here: both are lifted meanwhile.
alter table partnership no force row level security;
alter table strategy_section no force row level security;
alter table partnership disable trigger record_change;
alter table strategy_section disable trigger record_change;

update partnership p
set vision = btrim(s.text)
from strategy_section s
where s.partnership_id = p.id and s.id = 'vision' and p.vision = '' and length(btrim(s.text)) between 1 and 2000;

update strategy_section s
set text = '', version = s.version + 1
from partnership p
where s.partnership_id = p.id and s.id = 'vision' and s.text <> '' and btrim(s.text) = btrim(p.vision);

alter table partnership enable trigger record_change;
alter table strategy_section enable trigger record_change;
alter table partnership force row level security;
alter table strategy_section force row level security;
