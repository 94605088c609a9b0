-- How fast pages felt, counted without saying to whom: one row for a range of values of a day (UXP-112).
create table vital_counts (
  counted_on date not null,
  release text not null check (length(release) between 1 and 40),
  route text not null check (length(route) between 1 and 120),
  name text not null check (name in ('LCP', 'INP', 'CLS', 'FCP', 'TTFB')),
  -- The range begins at 1.1 to this power, in milliseconds or thousandths.
  bucket integer not null check (bucket between 0 and 200),
  count bigint not null check (count > 0),
  primary key (counted_on, release, route, name, bucket)
);
grant select, insert, update, delete on vital_counts to homeroom_app, homeroom_job;
