drop table user_devices, sign_in_throttles, link_directory, one_time_links;
