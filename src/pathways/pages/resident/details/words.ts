import { defineWords } from '../../../../ui/index.ts';

export const detailsWords = defineWords({
  nl: {
    title: 'Mijn gegevens',
    intro: 'Klopt er iets niet? Verander het hier. Wie u helpt, ziet meteen wat nieuw is.',
    who: 'Wie u bent',
    name: 'Naam',
    born: 'Geboren',
    bsn: 'BSN',
    bsnKnown: 'Uw BSN is bekend bij uw praktijk. Het staat niet op het scherm.',
    elsewhere:
      'Klopt uw naam, uw geboortedatum of uw BSN niet? Die verandert u bij uw huisartsenpraktijk of bij uw gemeente. Zij zien uw identiteitsbewijs.',
    reach: 'Waar u te bereiken bent',
    phone: 'Telefoon',
    mail: 'Mail',
    mailHelp: 'Laat leeg als u geen mail hebt. Dan krijgt u brieven.',
    street: 'Straat en huisnummer',
    postcode: 'Postcode',
    city: 'Woonplaats',
    save: 'Bewaar mijn gegevens',
    saved: 'Bewaard. Wie u helpt, ziet uw nieuwe gegevens.',
    moved: (p: { team: string }) =>
      `Bewaard. U woont nu in een andere gemeente. ${p.team} kreeg daar een bericht over en bespreekt met u wie u verder helpt.`,
    movedNoCase: 'Bewaard. U woont nu in een andere gemeente.',
    movedMessage: (p: { place: string }) =>
      `Ik ben verhuisd naar ${p.place}. Dat is een andere gemeente. Wilt u met mij kijken wie mij verder helpt?`,
    how: 'Hoe wij u helpen',
    howIntro: 'Zo weten wij hoe u berichten krijgt, en wat u nodig hebt om alles te lezen en te verstaan.',
    mistakes: {
      phone: 'Dit is geen telefoonnummer. Schrijf bijvoorbeeld 06 12345678.',
      mail: 'Dit is geen mailadres. Schrijf bijvoorbeeld naam@voorbeeld.nl.',
      reach: 'Vul een telefoonnummer of een mailadres in, zodat wij u kunnen bereiken.',
      postcode: 'Schrijf uw postcode met vier cijfers en twee letters, bijvoorbeeld 7511 AB.',
      city: 'Vul uw woonplaats in.',
      long: 'Dit is te lang.',
    },
  },
  en: {
    title: 'My details',
    intro: 'Is something wrong? Change it here. Whoever helps you sees at once what is new.',
    who: 'Who you are',
    name: 'Name',
    born: 'Born',
    bsn: 'BSN',
    bsnKnown: 'Your practice knows your BSN. It is not shown on the screen.',
    elsewhere:
      'Is your name, your date of birth or your BSN wrong? Those are changed at your general practice or your municipality. They see your identity document.',
    reach: 'Where you can be reached',
    phone: 'Telephone',
    mail: 'Mail',
    mailHelp: 'Leave it empty if you have no mail. Then you get letters.',
    street: 'Street and number',
    postcode: 'Postcode',
    city: 'Town',
    save: 'Save my details',
    saved: 'Saved. Whoever helps you sees your new details.',
    moved: (p: { team: string }) =>
      `Saved. You now live in another municipality. ${p.team} was sent a message about it and talks with you about who helps you from here.`,
    movedNoCase: 'Saved. You now live in another municipality.',
    movedMessage: (p: { place: string }) =>
      `I have moved to ${p.place}. That is another municipality. Will you look with me who helps me from here?`,
    how: 'How we help you',
    howIntro: 'This tells us how you get messages, and what you need to read and understand everything.',
    mistakes: {
      phone: 'This is not a telephone number. Write for example 06 12345678.',
      mail: 'This is not a mail address. Write for example name@example.nl.',
      reach: 'Fill in a telephone number or a mail address, so that we can reach you.',
      postcode: 'Write your postcode with four digits and two letters, for example 7511 AB.',
      city: 'Fill in your town.',
      long: 'This is too long.',
    },
  },
});
