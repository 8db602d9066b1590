/** Written and spoken Swedish. */
export const STOP_WORDS_SV: readonly string[] = `
jag mig mej min mitt mina du dig dej din ditt dina han honom hans hon henne hennes den det
dess de dem dom deras vi oss vår vårt våra ni er ert era man en ens sig sej sin sitt sina
denna detta dessa denne dennes sådan sådant sådana samma själv själva vem vems vad vilken
vilket vilka vars som där här hit dit ett och eller men utan fast fastän att om när då så för
eftersom därför medan innan tills än ifall samt både varken antingen dock är var vara varit
blir bli blev blivit har ha hade haft kan kunna kunde kunnat ska skall skulle skola vill vilja
ville velat måste får få fick fått bör borde kommer kom gör göra gjorde gjort går gick gå gått
ta tar tog säger säga sade sa sagt tycker tänker tror vet i på av till från med under över
genom mellan mot hos vid efter före bland kring omkring åt ur längs per via bakom framför
bredvid utom inom inte ej icke aldrig alltid ibland ofta sällan redan ännu bara också även
just nu sedan sen igen ju väl nog kanske nämligen alltså liksom typ ba lite mycket mer mest
mindre ganska väldigt jätte rätt precis faktiskt egentligen absolut möjligen ungefär ändå
dessutom däremot ja jo nej jaha jaså okej ok mm hmm öh eh hej tack visst all allt alla någon
något några nån nåt nåra ingen inget inga varje vart annan annat andra många flera två tre hur
varför varifrån därifrån upp ner ut in bort hem fram tillbaka
`
  .trim()
  .split(/\s+/);
