/*
 * Facts, written down for these lists: the towns of Finland and what else is often named; where forms have another stem,
 * that too.
 */

export const PLACES = `
Akaa Espoo Forssa Hamina Hanko Harjavalta Heinola Helsinki Huittinen Hyvinkää Hämeenlinna Iisalmi Imatra Joensuu Jyväskylä Jämsä
Järvenpää Kaarina Kajaani Kalajoki Kangasala Kauhajoki Kauniainen Kemi Kerava Keuruu Kirkkonummi Kokkola Kotka Kouvola Kuopio
Kuusamo Lahti Lappeenranta Laukaa Lempäälä Lieto Lohja Loimaa Loviisa Mikkeli Muurame Mäntsälä Naantali Nokia Nurmijärvi Oulu
Parainen Pietarsaari Pirkkala Pori Porvoo Raahe Raasepori Raisio Rauma Riihimäki Rovaniemi Salo Savonlinna Seinäjoki Siilinjärvi
Sipoo Sotkamo Tampere Tornio Turku Tuusula Uusikaupunki Vaasa Valkeakoski Vantaa Varkaus Vihti Ylöjärvi Äänekoski Pasila Kallio
Leppävaara Tapiola Töölö Åbo Esbo Helsingfors Tammerfors Uleåborg Vasa Björneborg Borgå Ekenäs Jakobstad Karleby Vanda Mariehamn
Stockholm Göteborg Malmö Uppsala Västerås Örebro Linköping Norrköping Lund Umeå Gävle Borås Tukholma Göteborg Tallinna Tallinn
Helsingi Tamperee Turu Lahde Hango Rovanieme Iisalme Riihimäe Seinäjoe Ylöjärve Nurmijärve Äänekoske Varkaude Kirkkonumme
London Manchester Birmingham Leeds Liverpool Glasgow Edinburgh Dublin Bristol Sheffield Boston Chicago Seattle Toronto Sydney`
  .trim()
  .split(/\s+/);

/** Towns whose name is a word too, at the beginning of a sentence. */
export const PLACES_ALSO_WORDS: ReadonlySet<string> = new Set(
  'Lahti Lahde Salo Kallio Kemi Nokia Lund Lieto Kotka Pori'.split(' '),
);

/** What there is one of, or few, in an organisation: whoever says it can be found out. */
export const ROLES = String.raw`(?:toimitusjohtaj|varatoimitusjohtaj|talousjohtaj|myyntijohtaj|markkinointijohtaj|henkilöstöjohtaj|tuotantojohtaj|kehitysjohtaj|tietohallintojohtaj|aluejohtaj|yksikönjohtaj|toiminnanjohtaj|johtajaylilääkär|ylilääkär|ylihoitaj|osastonhoitaj|apulaisrehtor|rehtor|päiväkodin johtaj|kirjastonjohtaj|kaupunginjohtaj|kunnanjohtaj|kirkkoherr|päätoimittaj|perustajaosakka|hallituksen puheenjohtaj|verkställande direktör|ekonomichef|försäljningschef|marknadschef|personalchef|rektor|överläkar|avdelningssköterska|kyrkoherde|chefredaktör|stadsdirektör|styrelseordförande|managing director|chief executive|chief [\p{L}]+ officer|finance director|sales director|marketing director|head teacher|headmaster|headmistress|founder|chair(?:man|woman|person) of the board|head nurse|chief physician|editor[- ]in[- ]chief)\p{L}*`;

/** Everyday makes and services: to have said them tells nothing of the speaker. */
export const WELL_KNOWN: ReadonlySet<string> = new Set(
  `Google Teams Microsoft Excel Word Outlook Powerpoint PowerPoint Office Sharepoint SharePoint Onedrive OneDrive Windows Apple iPhone
Android Facebook Instagram LinkedIn Linkedin Twitter X Tiktok TikTok YouTube Youtube Whatsapp WhatsApp Snapchat Pinterest Zoom Skype
Slack Trello Jira Asana Meet Gmail Chatgpt ChatGPT Copilot Netflix Spotify Amazon Ikea IKEA Internet Bluetooth Salesforce Hubspot
HubSpot Mailchimp Webropol Surveymonkey Forms Dropbox Github GitHub Wikipedia Kela Suomi Suomessa Suomen Suomesta Suomeen Ruotsi Ruotsin Ruotsissa
Eurooppa Euroopan Euroopassa Pohjoismaat Pohjoismaissa Viro Virossa Venäjä Venäjän Saksa Saksan Saksassa Kiina Kiinan Kiinasta Amerikka
Amerikan Sverige Finland Europa Norden Tyskland Kina Europe Sweden Germany China America British English Finnish Swedish European
American Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October
November December Christmas Easter God Covid Corona Korona Joulu Zoomilla I I’m I'm I’ve I've I’d I'd I’ll I'll`
    .trim()
    .split(/\s+/),
);
