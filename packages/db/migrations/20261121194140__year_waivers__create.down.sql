drop table year_waivers;
