-- How often somebody signs in, a token is used or a survey is answered is counted in memory (decision 0029), no longer in tables.
drop table sign_in_attempt;

alter table api_token_use drop column minute, drop column requests;
comment on table api_token_use is 'When a token was used last';

alter table survey_pace drop column stretch, drop column arrivals;
alter table survey_pace rename to survey_by_link;
comment on table survey_by_link is 'How many answers a survey has taken by link, in all: the bound on what anybody with the link can store';
