-- What is asked beside the mark and the recommendation, by versions: КМУ 864's own wording was not at
-- hand, so a lawyer corrects text, article and certainty here and the past keeps what it was asked.
create table ratings.questions (
  id uuid primary key,
  -- `service` is the rating's own mark, `recommend` its 0…10; every other code has answers of its own
  code text not null check (code ~ '^[a-z]+(-[a-z]+)*$'),
  title text not null,
  title_en text not null,
  -- the index as it is called in tables
  index_name text not null,
  index_name_en text not null,
  position int not null,
  article text not null,
  certainty text not null check (certainty in ('V', 'V2', 'M', 'M?')),
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  constraint questions_no_overlap exclude using gist (code with =, daterange(valid_from, valid_to) with &&)
);

-- One visit, one rating, however many tickets the visit took (a transfer keeps the code). Only a rating
-- by a ticket has a visit: the site and paper are counted apart from it.
create table ratings.ratings (
  id uuid primary key,
  channel text not null check (channel in ('ticket', 'paper', 'site')),
  visit_id uuid unique,
  day date not null,
  sector text check (sector in ('registration', 'social', 'administrative')),
  service_code text,
  service_name text,
  mark int not null check (mark between 1 and 5),
  -- 9-10 promote, 0-6 do not; the loyalty index comes from it
  recommend int check (recommend between 0 and 10),
  -- as it was written; never leaves the head's desk
  comment text,
  comment_state text check (comment_state in ('new', 'published', 'hidden')),
  published_comment text,
  hidden_reason text,
  moderated_by uuid references kernel.staff (id),
  moderated_at timestamptz,
  -- a low mark waits until the head says what was done
  low boolean not null default false,
  settled_note text,
  settled_by uuid references kernel.staff (id),
  settled_at timestamptz,
  entered_by uuid references kernel.staff (id),
  rated_at timestamptz not null,
  recorded_at timestamptz not null,
  imported boolean not null,
  check ((channel = 'ticket') = (visit_id is not null)),
  check ((channel = 'paper') = (entered_by is not null)),
  check ((comment_state = 'published') = (published_comment is not null)),
  check ((comment_state = 'hidden') = (hidden_reason is not null)),
  check ((settled_at is null) = (settled_note is null))
);
create index ratings_by_day on ratings.ratings (day);
create index ratings_by_moment on ratings.ratings (rated_at desc);
create index ratings_new_comments on ratings.ratings (rated_at) where comment_state = 'new';
create index ratings_open_alerts on ratings.ratings (rated_at) where low and settled_at is null;
create index ratings_published on ratings.ratings (day desc, id desc) where comment_state = 'published';

create table ratings.answers (
  rating_id uuid not null references ratings.ratings (id),
  question text not null,
  mark int not null check (mark between 1 and 5),
  primary key (rating_id, question)
);

-- Whom a low mark is written to, and what is low.
create table ratings.alert_settings (
  only_one boolean primary key default true check (only_one),
  email text,
  mark_at_most int not null check (mark_at_most between 1 and 4)
);

-- How many site forms came in an hour: the door is open to everyone.
create table ratings.site_hours (
  hour timestamptz primary key,
  taken int not null
);

create view ratings.every_rating as
select r.id, r.day, to_char(r.day, 'YYYY-MM') as month, r.sector,
       case r.sector when 'registration' then 'Реєстраційний' when 'social' then 'Соціальний і пенсійний'
                     when 'administrative' then 'Адміністративний' end as sector_label,
       r.service_code, coalesce(r.service_name, r.service_code) as service_label,
       r.channel,
       case r.channel when 'ticket' then 'За кодом із талона' when 'paper' then 'На папері' else 'На сайті' end as channel_label,
       case r.channel when 'ticket' then 'By the code on the ticket' when 'paper' then 'On paper' else 'On the site' end as channel_label_en,
       r.mark, r.mark >= 4 as positive, r.recommend,
       case when r.recommend >= 9 then 1 when r.recommend <= 6 then -1 when r.recommend is not null then 0 end as loyalty,
       case when r.imported then 'imported' else 'live' end as origin,
       case when r.imported then 'перенесено з минулого' else 'наживо' end as origin_name
  from ratings.ratings r;

-- Bound to a visit: one ticket, one rating.
create view ratings.ratings_facts as select * from ratings.every_rating where channel = 'ticket';
-- People who were at the Centre: by the ticket and on the Centre's own paper forms.
create view ratings.visitors_facts as select * from ratings.every_rating where channel <> 'site';
create view ratings.site_facts as select * from ratings.every_rating where channel = 'site';
create view ratings.forms_facts as select * from ratings.every_rating;

-- One row an answer of somebody who was at the Centre; the rating's own mark answers `service`.
create view ratings.answers_facts as
select r.id || ' ' || a.question as id, r.day, r.month, r.sector, r.sector_label, r.service_code, r.service_label,
       r.channel, r.channel_label, r.channel_label_en, a.question,
       coalesce(q.index_name, a.question) as question_label, coalesce(q.index_name_en, a.question) as question_label_en,
       a.mark, a.mark >= 4 as positive, r.origin_name
  from ratings.visitors_facts r
  join (select rating_id, question, mark from ratings.answers
        union all select id, 'service', mark from ratings.ratings) a on a.rating_id = r.id
  left join lateral (select index_name, index_name_en from ratings.questions
                      where code = a.question order by valid_from desc limit 1) q on true;
