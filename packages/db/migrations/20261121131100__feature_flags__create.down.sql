drop table feature_flag_overrides, feature_flags;
