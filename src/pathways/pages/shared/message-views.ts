import { formatDateTime, type Language, type MessageView } from '../../../ui/index.ts';
import { type Posted, text } from '../../../web/index.ts';
import { MESSAGE_LENGTH } from '../../model/index.ts';
import type { ShownMessage } from '../../read/messages.ts';
import { mistakes, type Read } from './form.ts';
import { messageFrameWords } from './message-words.ts';

/** Messages as the resident reads them, or as somebody at work does. */
export function messageViews(
  messages: readonly ShownMessage[],
  side: 'resident' | 'other',
  lang: Language,
): readonly MessageView[] {
  const words = messageFrameWords(lang);
  return messages.map((message) => {
    const own = message.by === side;
    const other = message.by === 'resident' ? words.resident : words.team;
    return {
      key: message.id,
      own,
      by: own && side === 'resident' ? words.you : (message.name ?? other),
      at: message.at.toISOString(),
      when: formatDateTime(message.at, 'long', lang),
      // Whether it was read is told to who wrote it.
      note: own
        ? message.received
          ? words.read({ when: formatDateTime(message.received, 'long', lang) })
          : words.unread
        : undefined,
      text: message.text,
      about: message.service ? `${words.about} ${message.service.name}` : undefined,
    };
  });
}

/** Reads a message as it was typed. */
export function readMessage(posted: Posted, lang: Language): Read<{ readonly text: string }> {
  const words = messageFrameWords(lang).mistakes;
  const wrong = mistakes();
  // A browser sends each new line as two signs; one is meant.
  const typed = text(posted, 'text').replaceAll('\r\n', '\n').trim();
  if (typed === '') wrong.add('text', words.empty);
  if (typed.length > MESSAGE_LENGTH) wrong.add('text', words.long({ most: MESSAGE_LENGTH }));
  const errors = wrong.found();
  return errors ? { ok: false, errors } : { ok: true, value: { text: typed } };
}
