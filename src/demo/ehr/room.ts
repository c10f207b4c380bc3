import { ABSENT } from '../../platform/index.ts';
import { text, type WebRoom } from '../../web/index.ts';
import type { Ehr } from './ehr.ts';
import { patientPage, patientsPage } from './view.tsx';
import { ehrWords } from './words.ts';

/** The screens of the practice system of the demo. */
export function ehrRoom(ehr: Ehr): WebRoom {
  return {
    name: 'practice system',
    routes: (kit) => {
      const app = kit.routes();
      const patientOf = (id: string) => ehr.patients.find((one) => one.id === id);
      app.get(
        '/demo/ehr',
        kit.publicPage((ask) => patientsPage(ask.context, ehr)),
      );
      app.get(
        '/demo/ehr/patient/:id',
        kit.publicPage((ask) => {
          const patient = patientOf(ask.param('id'));
          return patient ? patientPage(ask.context, ehr, patient) : { problem: ABSENT };
        }),
      );
      app.post(
        '/demo/ehr/patient/:id',
        kit.publicForm({}, (ask) => {
          const patient = patientOf(ask.param('id'));
          if (!patient) return { problem: ABSENT };
          const user = ehr.users.find(({ id }) => id === text(ask.posted, 'user'));
          if (!user) return { again: patientPage(ask.context, ehr, patient, ehrWords(ask.context.lang).mistake) };
          return {
            to: `/launch?${new URLSearchParams({ iss: ehr.issuer, launch: ehr.launchFor(user.id, patient.id) })}`,
          };
        }),
      );
      // A letter is a page of its own: as it was sent, and nothing in it may run.
      app.get('/demo/ehr/patient/:id/brief/:letter', (c) => {
        const letter = ehr.lettersOf(c.req.param('id')).find(({ id }) => id === c.req.param('letter'));
        const [content] = (letter?.document.content ?? []) as readonly {
          readonly attachment?: { readonly data?: string };
        }[];
        const data = content?.attachment?.data;
        return data === undefined ? c.notFound() : c.html(Buffer.from(data, 'base64').toString('utf8'));
      });
      return app;
    },
  };
}
