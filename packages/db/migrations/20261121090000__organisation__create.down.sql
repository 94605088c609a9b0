drop table term_schools, terms, academic_years, schools, tenant_domains, tenants;
