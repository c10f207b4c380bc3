import { formatNumber, type Language, Link, useLanguage } from '../../../../ui/index.ts';
import { attachmentPath } from './handler.ts';

/** The files with an entry as links to fetch them; nothing where there are none. */
export function FileLinks(props: {
  readonly files: readonly { readonly id: string; readonly name: string; readonly size: number }[];
}) {
  const lang = useLanguage();
  if (props.files.length === 0) return null;
  return (
    <ul>
      {props.files.map((file) => (
        <li key={file.id}>
          <Link href={attachmentPath(file.id)}>{file.name}</Link> ({sizeOf(file.size, lang)})
        </li>
      ))}
    </ul>
  );
}

/** "340 kB", "2,1 MB". */
function sizeOf(bytes: number, lang: Language): string {
  return bytes < 1_000_000
    ? `${formatNumber(Math.max(1, Math.round(bytes / 1000)), 0, lang)} kB`
    : `${formatNumber(bytes / 1_000_000, 1, lang)} MB`;
}
