import { describe, expect, it } from 'vitest';
import { identifiersIn } from '../../../src/domain/language/identifiers/identifiers-in.ts';
import { NameForms } from '../../../src/domain/language/identifiers/name-forms.ts';

const found = (text: string): string[] =>
  identifiersIn(text).map(({ kind, text: word }) => `${kind}: ${word}`);

describe('what may identify', () => {
  it.each<[string, string[]]>([
    ['Antti myy työtuoleja.', ['name: Antti']],
    [
      'Sitten Antin kanssa sovittiin, ja Tiinallekin soitettiin.',
      ['name: Antin', 'name: Tiinallekin'],
    ],
    ['Tiinankin mielestä se oli hyvä. Pekan mielestä ei.', ['name: Tiinankin', 'name: Pekan']],
    ['Kysyin Tuomakselta ja Virtaselta.', ['name: Tuomakselta', 'proper-noun: Virtaselta']],
    ['Tuoko KT Interiorin asiantuntemus lisäarvoa?', ['proper-noun: KT Interiorin']],
    ['Ollaan tehty töitä Kalusteen Oy:n kanssa.', ['organisation: Kalusteen Oy:n']],
    ['Nordic Desk Ltd made it.', ['organisation: Nordic Desk Ltd']],
    ['Meillä on toimisto Tampereella ja Espoossa.', ['place: Tampereella', 'place: Espoossa']],
    ['Toimitusjohtajamme sanoi niin.', ['role: Toimitusjohtajamme']],
    ['Soita 040 123 4567 tai +358 50 1234567.', ['phone: 040 123 4567', 'phone: +358 50 1234567']],
    ['Osoite on matti.meikalainen@example.fi.', ['email: matti.meikalainen@example.fi']],
    ['Katso www.example.fi/hinnasto.', ['url: www.example.fi/hinnasto']],
    ['Tunnus on 131052-308T.', ['identity-code: 131052-308T']],
    ['Tunnus on 131052-308U.', []],
    ['Y-tunnus 0737546-2 löytyy.', ['business-id: 0737546-2']],
    ['Y-tunnus 0737546-3 ei ole.', []],
    ['We asked Sarah and Kevin’s team.', ['name: Sarah', 'name: Kevin’s']],
    ['Vi frågade Annikas chef i Göteborg.', ['name: Annikas', 'place: Göteborg']],
    ['Vår verkställande direktör sa det.', ['role: verkställande direktör']],
    ['Se on B2B:ssä niin, että CRM ja NPS on OK.', []],
    ['Google Meetissä ja Teamsissa ja Instagramissa.', []],
    ['Arvo syntyy asiakkaalle. Toivon niin. Pian nähdään. Kenelle se kuuluu?', []],
    ['Millaista se on? – Sellaista. ”Se on hyvä.” (Niin on.)', []],
    ['I think I’m sure. God knows.', []],
    ['Soitin kello 12.30 ja maksoin 1200 euroa 15.12.2022.', []],
    ['', []],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it('names the words that would make a name an ordinary word', () => {
    const [name] = identifiersIn('Se oli Mikkosen Antin idea.');
    expect(name).toMatchObject({ text: 'Mikkosen Antin', unlessOrdinary: ['mikkosen', 'antin'] });
  });

  it('says where in the text they stand', () => {
    const text = 'Ensin Tiinalle, sitten matti@example.fi ja Oulussa Antille.';
    for (const one of identifiersIn(text)) expect(text.slice(one.start, one.end)).toBe(one.text);
  });
});

describe('the forms of a name', () => {
  const forms = new NameForms([
    'Antti',
    'Tiina',
    'Pekka',
    'Tuomas',
    'Virtanen',
    'Kevin',
    'Jukka-Pekka',
  ]);
  it.each([
    ['Antin', 'Antti'],
    ['Antille', 'Antti'],
    ['Anttia', 'Antti'],
    ['Anttiin', 'Antti'],
    ['Tiinalle', 'Tiina'],
    ['Tiinankin', 'Tiina'],
    ['Tiinaani', 'Tiina'],
    ['Pekkaa', 'Pekka'],
    ['Pekalta', 'Pekka'],
    ['Tuomaksen', 'Tuomas'],
    ['Virtasella', 'Virtanen'],
    ['Kevinin', 'Kevin'],
    ['Kevin’s', 'Kevin'],
    ['Jukka-Pekalle', 'Jukka-Pekka'],
    ['Anttila', null],
    ['Antiikki', null],
    ['Tiinasto', null],
  ])('%s: %s', (word, name) => {
    expect(forms.nameOf(word)).toBe(name);
  });
});
