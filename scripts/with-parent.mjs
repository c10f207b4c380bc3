// Loaded before Omzien: when what started it (npm, or an older Node) is killed, Omzien stops as well, gracefully. Without
// this a "kill -9" of npm would leave it running, unseen, with the port and the database in its hands.
import { readFileSync } from 'node:fs';

/** The parent of a process, where /proc tells. */
function parentOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return undefined;
  }
}

function isNpm(pid) {
  try {
    return /^npm\b/.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8'));
  } catch {
    return false;
  }
}

if (process.env.npm_lifecycle_event || process.env.OMZIEN_WITH_PARENT) {
  const parent = process.ppid;
  // npm puts a shell between itself and us, which outlives it.
  const npm = isNpm(parent) ? undefined : [parentOf(parent)].find((pid) => pid && isNpm(pid));
  setInterval(() => {
    const orphaned = process.ppid !== parent || (npm && parentOf(parent) !== npm);
    if (orphaned) process.kill(process.pid, 'SIGTERM');
  }, 500).unref();
}
