-- Appointments that come: found by the sweep that reminds, and by who plans another at the same moment.
create index appointment_booked on record.resource (date_from) where type = 'Appointment' and status = 'booked';
