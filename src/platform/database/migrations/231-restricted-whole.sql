-- What is stored only (GDPR 18) is closed in every table that tells of a case, beside those of 135.
do $$
declare t text;
begin
  foreach t in array array['pathways.appointment', 'pathways.place', 'pathways.hand_over', 'pathways.invitation', 'pathways.move'] loop
    execute format('create policy %I on %s as restrictive for select to omzien_app, omzien_worker using (not (resident_id::text = any (platform.hidden())))',
      split_part(t, '.', 2) || '_restricted', t);
  end loop;
  -- That something was withheld, misplaced or merged the privacy officer goes on seeing: it is what they look into.
  foreach t in array array['record.withheld', 'record.misplaced', 'record.merged'] loop
    execute format($p$create policy %I on %s as restrictive for select to omzien_app, omzien_worker
      using (platform.scope() = 'duty' or not (resident_id::text = any (platform.hidden())))$p$, split_part(t, '.', 2) || '_restricted', t);
  end loop;
end $$;
