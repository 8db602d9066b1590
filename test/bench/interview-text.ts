import { countWords } from '../../src/domain/text/words.ts';
import { randomSource } from './random.ts';

const QUESTIONS = [
  'Millainen tavallinen työpäiväsi on tällä hetkellä?',
  'Miten muutos sinun mielestäsi onnistui, ja mikä siinä oli vaikeinta?',
  'Kerrotko vielä, mitä silloin tapahtui?',
  'What did that change in your own work, and who noticed it first?',
  'Mitä toivoisit, että esihenkilösi tietäisi tästä?',
];

const ANSWERS = [
  'Aamulla on yleensä rauhallista, ja silloin ehdin tehdä ne asiat, jotka vaativat keskittymistä.',
  'No, se oli aluksi aika hankalaa, kun kukaan ei oikein tiennyt, kenen vastuulla mikäkin oli.',
  'Minusta tuntuu, että meitä kuunneltiin – ainakin enemmän kuin edellisellä kerralla.',
  'Asiakkaat tottuivat nopeasti, mutta osa kyllä sanoi, että ”ennen oli joku, joka auttoi”.',
  'Sen jälkeen olen saanut itse päättää, missä järjestyksessä työt teen.',
  'Välillä mietin, riittääkö osaaminen, kun kaikki järjestelmät vaihtuvat yhtä aikaa.',
  'Siitä ei puhuttu.',
  'I’d say the first months were the hardest, because nobody had time to explain anything.',
  'We talked about it over coffee, which is where most of the real decisions get made anyway.',
  'Joo.',
  'Toisaalta työkaverit ovat ne, joiden takia täällä jaksaa, ja se on pysynyt samana koko ajan.',
  'It’s not that I mind the new desk; it’s that people stand there and don’t know whom to ask.',
  'Kun perehdytys jäi yhteen iltapäivään, piti loput opetella itse ja kysellä muilta…',
  'Kyllä minä sanoisin, että luottamus kasvoi, kun huomattiin, ettei kukaan käytä sitä väärin.',
  'Nobody asked us beforehand, and that is still what people bring up when they are tired.',
  'Esimerkiksi viime viikolla kävi niin, että varaus hävisi ja asiakas joutui tulemaan uudestaan.',
];

const SENTENCES_PER_ANSWER = 14;

/** An interview of about that many words, questions and answers in turn; another seed, another text. */
export function interviewText(words: number, seed: number): string {
  const random = randomSource(seed);
  const one = (sentences: readonly string[]): string => sentences[random(sentences.length)]!;
  const paragraphs: string[] = [];
  for (let made = 0; made < words;) {
    const question = `Haastattelija: ${one(QUESTIONS)}`;
    const length = 1 + random(SENTENCES_PER_ANSWER);
    const answer = `H${seed}: ${Array.from({ length }, () => one(ANSWERS)).join(' ')}`;
    paragraphs.push(question, answer);
    made += countWords(question) + countWords(answer);
  }
  return `${paragraphs.join('\n\n')}\n`;
}

/** So many interviews, no two alike. */
export const interviewTexts = (count: number, words: number): string[] =>
  Array.from({ length: count }, (_, i) => interviewText(words, i + 1));
