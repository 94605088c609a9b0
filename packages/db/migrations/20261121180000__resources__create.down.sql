drop table resource_attachments;
drop table resource_versions;
drop table resources;
drop table resource_folders;
