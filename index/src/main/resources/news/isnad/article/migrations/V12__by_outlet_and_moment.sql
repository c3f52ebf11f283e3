-- How many articles of which outlets there are of a period.
CREATE INDEX edition_by_outlet_and_moment ON edition (outlet, moment) WHERE number = 1;
