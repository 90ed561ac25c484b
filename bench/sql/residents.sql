-- {count} persons of a community with their residences at the demo city's houses. Rows by SQL are the bench's alone.
set session_replication_role = replica;
set synchronous_commit = off;

-- A table of words: a long array would be unpacked anew for every person.
create temporary table made_surnames as
select row_number() over (order by stem, ending) - 1 as no, stem || ending as surname
from unnest(array['Ковал', 'Бондар', 'Ткач', 'Шевч', 'Кравч', 'Олійн', 'Мельн', 'Поліщ',
    'Гонч', 'Лис', 'Савч', 'Руд', 'Мороз', 'Петр', 'Клим', 'Куч', 'Гриц', 'Ярем', 'Ґудз', 'Їжак', 'Литв', 'Сид', 'Панч', 'Юрч',
    'Назар', 'Хом', 'Карп', 'Влас', 'Дорош', 'Захар', 'Білоус', 'Чорн', 'Голуб', 'Журав', 'Стельм', 'Кирич', 'Федор', 'Степ',
    'Демʼян', 'Марч', 'Гаврил', 'Цимб', 'Щерб', 'Яц', 'Пономар', 'Дяч', 'Козач', 'Остап', 'Тарас', 'Роман']) as stem,
  unnest(array['енко', 'ук', 'чук', 'ик', 'ець', 'юк', 'івський', 'ич', 'ко', 'ун', 'ак', 'ань', 'ій', 'ашенко', 'ецький',
      'аєнко', 'ура', 'айло', 'ила', 'ишин']) as ending;
create index on made_surnames (no);
analyze made_surnames;

create temporary table made_names as
select row_number() over (order by name) - 1 as no, name
from unnest(array['Олена', 'Наталія', 'Ірина', 'Світлана', 'Тетяна', 'Оксана', 'Людмила', 'Юлія', 'Марина', 'Андрій', 'Сергій', 'Богдан',
    'Галина', 'Вікторія', 'Євген', 'Інна', 'Ярослава', 'Степан', 'Орися', 'Тарас', 'Іван', 'Петро', 'Олег', 'Юрій', 'Марія',
    'Ганна', 'Софія', 'Роман', 'Данило', 'Остап']) as name;

create temporary table made_fathers as
select row_number() over (order by father) - 1 as no, father
from unnest(array['Іванович', 'Петрівна', 'Олегович', 'Юріївна', 'Степанович', 'Миколаївна', 'Васильович', 'Романівна', 'Андрійович',
    'Тарасівна', 'Богданович', 'Сергіївна']) as father;

create temporary table made_houses as
select row_number() over (order by h.id) - 1 as no, h.id, h.flats_to, d.name as district,
  'м. Кропивницький, вул. ' || n.name || ', ' || h.number as line
from address_register.houses h join address_register.street_names n on n.street_id = h.street_id and n.valid_to is null
  left join address_register.districts d on d.code = h.district_code;
create index on made_houses (no);

create temporary table made as
select i, uuidv7() as id, uuidv7() as residence_id, w.surname || ' ' || n.name || ' ' || f.father as name,
  date '1940-01-01' + (i::bigint * 104729 % 30000)::int as birth_date, (2000000000 + i::bigint)::text as rnokpp,
  i::bigint * 15485863 % (select count(*) from made_houses) as house_no
from generate_series(1, {count}) as i
  join made_surnames w on w.no = i::bigint * 7919 % 1000
  join made_names n on n.no = i / 7 % 30
  join made_fathers f on f.no = i / 211 % 12;
analyze made;
analyze made_houses;

insert into community_register.residents
  (id, name, birth_date, address, rnokpp, unzr, entered_at, recorded_at, imported)
select m.id, m.name, m.birth_date, h.line, m.rnokpp, to_char(m.birth_date, 'YYYYMMDD') || '-' || lpad((m.i % 100000)::text, 5, '0'),
  timestamptz '2020-01-02 06:00Z', timestamptz '2020-01-02 06:00Z', true
from made m join made_houses h on h.no = m.house_no
on conflict do nothing;

insert into community_register.residences
  (id, resident_id, address_id, address_line, flat, district, kind, ground, from_date, recorded_at)
select m.residence_id, m.id, h.id, h.line, case when h.flats_to is not null then (1 + m.i % h.flats_to)::text end, h.district,
  'declared', 'transferred', date '2010-01-01' + m.i % 4000, timestamptz '2020-01-02 06:00Z'
from made m join made_houses h on h.no = m.house_no
where exists (select from community_register.residents r where r.id = m.id);

insert into community_register.name_words (word)
select distinct split_part(found_by, ' ', 1) from community_register.residents where found_by <> '' on conflict do nothing;

set session_replication_role = origin;
set synchronous_commit = on;
vacuum analyze community_register.residents, community_register.residences, community_register.name_words;
checkpoint;
