-- A Patient that is removed (a FHIR delete: nothing hangs on it) is found by nobody any more, and no letter or list names them.

create function record.unlist(p_resident uuid)
returns void language sql security definer set search_path = record, pg_temp as $$
  -- The facts that look-up and lists need, of a resident whose Patient is removed; of anybody else they stay.
  delete from record.person p where p.resident_id = p_resident
    and exists (select 1 from record.resource r
                where r.resident_id = p_resident and r.type = 'Patient' and r.id = p_resident::text and r.deleted)
$$;
comment on function record.unlist is 'Takes a removed resident from what look-up and lists read; called in the transaction that removes the Patient.';
revoke execute on function record.unlist from public;
grant execute on function record.unlist to omzien_app, omzien_worker;
