/** Written and spoken Finnish, the forms of pronouns and of olla among them. */
export const STOP_WORDS_FI: readonly string[] = `
minä mä mää mie minun mun minua mua minussa mussa minusta musta minuun muhun minulla mulla
minulta multa minulle mulle minut mut minuna sinä sä sää sie sinun sun sinua sua sinussa sussa
sinusta susta sinuun suhun sinulla sulla sinulta sulta sinulle sulle sinut sut hän hänen häntä
hänessä hänestä häneen hänellä häneltä hänelle hänet me meidän meiän meitä meissä meistä
meihin meillä meiltä meille meidät meiät te teidän teiän teitä teissä teistä teihin teillä
teiltä teille teidät he heidän heiän heitä heissä heistä heihin heillä heiltä heille heidät se
sen sitä siinä siitä siihen sillä siltä sille siksi senkin sehän seki sekin sitäkin siinäkin
siitäkin ne niiden niitten niitä niissä niistä niihin niillä niiltä niille niinä tämä tää tän
tämän tätä tässä tästä tähän tällä tältä tälle tänä täksi nämä nää näiden näitä näissä näistä
näihin näillä näiltä näille tuo toi ton tuon tuota tota tuossa tossa tuosta tosta tuohon tohon
tuolla tolla tuolta tolta tuolle tolle nuo noi noiden noita noissa noista noihin noilla noilta
noille kuka kenen ketä kenessä kenestä keneen kenellä keneltä kenelle ketkä ketään kukaan
kenenkään kenelläkään mikä minkä mitä missä mistä mihin millä miltä mille miksi mitkä mikään
mitään missään mistään mihinkään millään joka jonka jota jossa josta johon jolla jolta jolle
jona joksi jotka joiden joita joissa joista joihin joilla joilta joille joku jokin jonkun
jonkin jotakin jotain jossakin jossain jostakin jostain johonkin johonki jollakin jollain
jollekin jotkut jotkin joitakin joitain joissakin joissain itse itsensä itseään itsellä
itselle itseni kumpi kumpikin kumpaa kumpikaan olla olen oon olet oot on ompi olemme ollaan
olette ootte ovat olin oli olit olimme oltiin olitte olivat ole oo ollut ollu olleet olleen
olisi ois olisin oisin olisit oisit olisivat oisivat olkoon oltu ollakaan olevan oleva onko
oliko eiks onks onkin olikin olihan onhan oliskin oiskin ei en et emme ette eivät eikä enkä
etkä eikö enkö etkö eihän enhän älä älkää ja tai sekä eli mutta vaan vaikka vaik että ettei
etten jos jollei ellei kun ku kuin koska koskaan niin nii niinku niinkun niinkuin niiku kuten
vai joten jolloin kunnes siis sis ynnä elikkä kyllä kyl joo juu jaa no noh nyt nythän sit
sitten sitte sitku noin silleen sillee tällee tällein tälleen tolleen tollee jotenkin jotenki
semmonen semmoinen semmosen semmoisen semmosta semmoista semmoset semmoiset semmosia sellainen
sellanen sellaisen sellasen sellaista sellasta sellaiset sellaset sellaisia sellasia tällainen
tällanen tällaisen tällasen tällaista tällasta tällaiset tällaisia tällasia tämmönen tämmöinen
tämmösen tämmöstä tämmöset tommonen tommosen tommosta tollainen tollasen millainen millasta
minkälainen minkälaista ihan aika aivan vain myös kanssa kans kanssakin vielä viel jo joskus
aina usein ehkä ehkäpä varmaan varmasti varmaanki varmaankin kai kaipa tietysti tietenkin
tietty totta oikeastaan oikeesti oikeestaan periaatteessa vähän vähä hirveän hirveesti tosi
todella tosiaan tosiaankin melko melkein hyvin kovin niinpä näin siten täällä tääl siellä siel
täältä sieltä tänne sinne tuonne täs siin tos sielläkin jälleen taas uudelleen ennen jälkeen
aikana kautta ilman ilmankin kohti lisäksi paitsi asti saakka päin mukaan mukana vastaan ohi
yli alle alla päällä edessä takana vieressä luona luokse sanotaan sanotaanko esimerkiksi esim
muun muassa mm yms jne juuri just justiin justiinsa heti kohta kuitenkin kuitenki kumminkin
kuitenkaan silti siltikin toki ainakin ainaki edes sentään muutenkin muuten muu muuta muut
muita muiden muille muissa muista toisaalta toisaalt tavallaan taval sinänsä nimenomaan
lähinnä yleensä ensin mieltä kaikki kaikkea kaiken kaikessa kaikesta kaikkeen kaikilla
kaikille kaikkien kaikkia moni monta monen usea useita useampi useat jokainen jokaisen
jokaista molemmat toinen toisen toista toiset yksi yhden yhtä yhdessä yhdestä yhteen yhdellä
kaksi kahden kahta pari paria kolme kolmen kolmea voi voin voit voimme voitte voivat voisi
vois voisin voisit voida voinut voinu pitää pitäisi pitäis piti pidä täytyy täytyi täytyisi
saa saan saada sai tulee tulla tuli tulisi tulis tule menee mennä meni tehdä tekee teki tehty
sanoa sanoo sanoi sanoisin sanoisi luulen luulisin tiedä tiedän tiiän tiiä mietin öö öm äh hmm
mmm mhm aha ahaa ai hei okei ok moi kiitos miten milloin mihinkä oma oman omaa omat omia
omassa omasta omaan omalla omalta omalle omien mielestä mielestäni mielestään myöskin enemmän
eniten vähemmän enää tullut tulleet tehdään tehnyt otetaan ottaa otti otettu pystytään pystyy
pystyä pystyn annetaan antaa laittaa laitetaan käydään käydä käy kävi nähdään nähdä näkee
pystytty mennään tullaan saadaan saatu pitänyt sanottu puhutaan
`
  .trim()
  .split(/\s+/);
