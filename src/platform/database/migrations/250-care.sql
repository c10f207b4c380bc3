-- What care writes (conditions, allergies, medicines, letters) is a facet of its own: a welfare team does not read it.
-- Who sees everything sees this too: the resident, an emergency of treating care, a request of the resident.
update platform."grant" set whole_facets = whole_facets || '{care}'
where relation in ('self', 'emergency', 'request') and not whole_facets @> '{care}';
