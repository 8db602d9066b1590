import { describe, expect, it } from 'vitest';
import { finnishForms } from '../../../src/domain/language/finnish-forms.ts';

/** Words of interviews, each with forms as people say them; by how they are inflected. */
const FORMS = `
puhelin puhelimen puhelinta puhelimesta puhelimeen puhelimia puhelimilla puhelimenne
avain avaimen avainta avaimet avaimia
sunnuntai sunnuntaina sunnuntaisin sunnuntaita sunnuntaiksi sunnuntait
ihminen ihmisen ihmistä ihmiset ihmisiä ihmisten ihmisille ihmisistä ihmisenä ihmisestäkin
nainen naisen naista naiset naisia naisten naisille
suomalainen suomalaisen suomalaista suomalaisten suomalaisia
asiakas asiakkaan asiakasta asiakkaat asiakkaita asiakkaiden asiakkaille asiakkaamme asiakkaidensa
luottamus luottamuksen luottamusta luottamukseen luottamuksesta
vastaus vastauksen vastausta vastaukset vastauksia vastausten
mahdollisuus mahdollisuuden mahdollisuutta mahdollisuudet mahdollisuuksia mahdollisuuksien
kaunis kauniin kaunista kauniit kauniita
laatu laadun laatua laadusta laatuun laadulla
tieto tiedon tietoa tiedot tietoja tiedoista
tapa tavan tapaa tavat tapoja tavalla tavoilla
aika ajan aikaa ajat aikoja ajassa aikana
luku luvun lukua luvut lukuja
hinta hinnan hintaa hinnat hintoja hinnoista
kaupunki kaupungin kaupunkia kaupungit kaupunkeja kaupungissa
kauppa kaupan kauppaa kaupat kauppoja kaupassa kauppaan
apu avun apua avusta apuun
ote otteen otetta otteet otteita otteista
tunne tunteen tunnetta tunteet tunteita tunteisiin
kohde kohteen kohdetta kohteet kohteita
palvelu palvelun palvelua palvelut palveluita palveluja palveluiden palveluun
asia asian asiaa asiat asioita asioiden asiasta
käsi käden kättä kädet käsiä käteen käsissä
vuosi vuoden vuotta vuodet vuosia vuosien
suuri suuren suurta suuret suuria
työ työn työtä työt töitä töissä työssä työhön
tie tien tietä tiet teitä teillä
lyhyt lyhyen lyhyttä lyhyet lyhyitä
koditon kodittoman koditonta kodittomat kodittomia
teema teeman teemaa teemat teemoja teemoiksi teemassa
poika pojan poikaa pojat poikia pojalle
puhua puhun puhuu puhui puhuvat puhumme puhunut puhuttiin puhuisi puhuminen puhumaan puhuessa
kertoa kerron kertoo kertoi kerrotaan kertonut kerrottiin kertoisi
ottaa otan ottaa otti otetaan ottanut ottavat ottaisi otettiin
lukea luen lukee luki luetaan lukenut lukisi lukevat
opiskella opiskelen opiskelee opiskeli opiskellut opiskellaan opiskelisi
ajatella ajattelen ajattelee ajatteli ajatellut ajatellaan
mennä menen menee meni mennyt mennään menisi
saada saan saa sai saanut saadaan saisi saavat
haluta haluan haluaa halusi halunnut halutaan haluaisi haluavat
tehdä teen tein tekee teki tehnyt tehny tehdään tehtiin tehtyä tekisi tehtäis tekemään
nähdä näen näin näkee näki nähnyt nähny nään nähdään nähty näkisi
kysyä kysyn kysyi kysytty kysyttyä kysyttäis kysyis kysyttiin
tulla tulen tulee tuli tullut tullu tulisi tulis tulemaan
yksi yhden yhtä yhteen yhenkään yksin
tarvita tarvitsen tarvitsee tarvitsi tarvinnut tarvitaan tarvitsisi
`
  .trim()
  .split('\n')
  .map((line) => line.split(' '));

describe('Finnish forms', () => {
  it.each(FORMS)('of %s', (word, ...forms) => {
    const pattern = finnishForms(word);
    expect([word, ...forms].filter((form) => !pattern.test(form))).toEqual([]);
  });

  it.each([
    ['asiakas', 'asia asiat asiaa'],
    ['asia', 'asiakas asiakkaan asiakkaat asiantuntija'],
    ['puhelin', 'puhelu puhelun puhua puhelias'],
    ['luottamus', 'luotto luottaa luoda'],
    ['kaupunki', 'kauppa kaupan kaupata'],
    ['tunne', 'tunti tuntia'],
    ['laite', 'laitetaan laittaa laitan'],
    ['lukea', 'lukko lukkoon'],
    ['tehdä', 'te teitä tietä tekstiä'],
    ['työ', 'tytär työntää'],
    ['aika', 'aikuinen aikoa'],
    ['nainen', 'nainut naapuri'],
  ])('of %s are none of other words', (word, others) => {
    const pattern = finnishForms(word);
    expect(others.split(' ').filter((form) => pattern.test(form))).toEqual([]);
  });

  it('of what is no Finnish word is at least the word', () => {
    for (const word of ['x', 'zz', '2000-luku', "don't", 'ä', 'nps', 'teams', 'öö'])
      expect(finnishForms(word).test(word)).toBe(true);
  });
});
