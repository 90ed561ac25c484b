-- Answers that wait for a signature or for sending, apart from the years of answers sent.
create index answers_waiting on appeals.answers (state, case_id) where state in ('draft', 'approved');
