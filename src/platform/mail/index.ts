export { type Letter, type MailOptions, type Post, sendWaiting, smtpPost } from './mail.ts';
