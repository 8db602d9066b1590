/*
 * Common first names of Finland, Sweden and the English-speaking countries: facts, written down for
 * this list. A name that is also a word ("Arvo", "Toivo") stands among `ALSO_WORDS`, and is taken for
 * one only where a capital letter is no sentence's.
 */

const FINNISH = `
Aada Aaro Aaron Aatu Ahti Aila Aili Aino Aki Akseli Alina Aliisa Alisa Alvar Amanda Anita Anitta Anja
Anna-Liisa Anne Anneli Anni Anniina Annika Annikki Annukka Anssi Ansa Anton Antti Antero Anu Arja Armi Arttu Artturi
Asko Asta Auli Aulis Aune Auvo Beata Birgit Birgitta Eeli Eelis Eemeli Eemil Eerika Eerikki Eero Eetu Eeva
Eevi Eija Eila Eine Eini Eino Eira Elias Eliisa Elina Elisa Elisabet Ella Elli Elma Elmeri Elmo Elna Elsa Elsi
Elviira Emil Emilia Emma Emmi Enni Ensio Erja Erika Erkki Erno Essi Ester Esteri Eveliina Fanni Hanna Hannele Hanne
Hannes Heidi Heikki Heini Helena Heljä Hellevi Helge Helvi Hemmo Henna Henri Henrik Henriikka Henry Hertta Hilkka
Hilda Hilppa Iida Iina Iiris Iiro Iisakki Iivari Iivo Ilari Ilkka Ilmari Ilona Ilpo Ilse Inari Inkeri Inka Irene Irja
Irma Irmeli Isla Ismo Isto Jaakko Jaana Jaakob Jaana Jalmari Janette Jani Janika Janina Janita Janne Jarkko Jarmo Jari
Jarno Jasmin Jaska Jenna Jenni Jere Jeremias Jesse Jimi Joakim Joel Johanna Johannes Jonas Jonna Jonne Joona Joonas
Jooseppi Jorma Jouko Jouni Juha Juhana Juhani Juho Jukka Julia Juliaana Julius Juuli Juulia Juuso Jussi Justiina Jutta
Jyrki Jyri Kaapo Kaarina Kaarlo Kaisa Kalervo Kalevi Kalle Karel Karoliina Kasper Kasperi Kati Katja Katri Katriina
Kauko Keijo Keimo Kerttu Kerttuli Kirsi Kirsti Klaus Konsta Kosti Kristian Kristiina Kustaa Kyllikki Kyösti Lasse Lassi Lauha
Laura Lauri Lea Leea Leena Leevi Leila Leo Liisa Lilja Lilli Linnea Loviisa Lotta Maarit Maija Maiju Maire Mairit Manu
Margit Mari Maria Marianne Marika Marita Marja Marjaana Marjatta Marjo Marjut Marketta Markku Marko Markus Marleena
Martta Martti Matias Matleena Matti Mauno Maunu Mauri Meeri Merja Mervi Miia Miikka Mikael Mika Mikko Milja Milla Mimmi
Minna Minttu Miro Mirja Mirjam Mirjami Mirka Mirva Moona Nea Neea Nelli Nico Niilo Niina Niklas Niko Nina Noel Noora Nora
Ohto Oili Olavi Olga Olli Oona Oskar Oskari Osmo Otso Otto Outi Paavo Paula Pauli Pauliina Päivi Päivikki Pekka Pekko Pentti
Perttu Pertti Petra Petri Petteri Pia Pinja Piia Pirita Pirjo Pirkko Raija Raili Raimo Rainer Raisa Rasmus Rauni Reetta
Reijo Reima Reino Reeta Riikka Riina Riitta Riku Rita Risto Ritva Roni Roope Rosa Ruut Saana Saara Saija Saila Saimi Sakari Saku
Salla Salli Salme Sami Samu Samuel Samuli Sanna Sanni Santeri Santtu Sara Saul Seija Selma Seppo Senja Severi Siiri Silja Simo
Sini Sinikka Sirkka Sirpa Siru Sofia Sohvi Soile Soili Sonja Stiina Susanna Suvi Taina Taneli Tanja Tapani Tapio Tarja Taru
Tatu Tea Teemu Teija Tero Tenho Teppo Terhi Terttu Tiia Tiina Tiitus Tiiu Timo Tino Tomi Tommi Toni Topi Topias Topi Tuija Tuire
Tuomas Tuomo Tuukka Tuula Tuulia Tuulikki Tyyne Ulla Uolevi Urpo Uuno Vappu Varpu Veera Veeti Veijo Veikka Veikko Venla
Vertti Vesa Vieno Viivi Vilhelmi Vilho Viljami Ville Vilma Viola Virpi Virva Väinö Yrjö`;

const SWEDISH = `
Agneta Albin Alexander Alexandra Alf Alfred Alice Alva Amelia Anders Andreas Angelica Anita Ann Anna-Karin Ann-Marie
Annette Annika Arne Arvid Astrid Axel Barbro Bengt Berit Bertil Birger Birgitta Björn Bo Britt Britta Camilla Carina Carl
Carl-Gustav Carolina Caroline Cecilia Charlotta Charlotte Christer Christian Christina Christine Christoffer Claes Cornelia
Dagny Daniel David Dennis Ebba Eleonora Elin Elisabeth Ellen Elof Elsa Emanuel Emelie Emil Emma Erik Erika Evelina Ewa Filip
Folke Fredrik Fredrika Frida Gabriel Georg Gerd Gerda Gertrud Gunilla Gunnar Gunvor Gustaf Gustav Göran Göta Hanna Hans Harald
Harry Hedvig Helen Helena Helene Henrik Hilda Hilma Hjalmar Hugo Håkan Ida Inga Ingegerd Ingela Inger Ingmar Ingrid Ingvar
Isabelle Isak Jakob Jan Jeanette Jens Jenny Jesper Joakim Johan Johanna John Jonas Jonathan Josefin Josefine Julia Karin Karl
Karl-Erik Karolina Katarina Kent Kerstin Kjell Klara Knut Kristian Kristin Kristina Kristoffer Lars Leif Lena Lennart Linda Linn
Linnéa Linus Lisa Lisbeth Louise Lovisa Ludvig Madeleine Magdalena Magnus Maj Malin Margareta Marie Markus Martin Mathias Mats
Matilda Mattias Maud Melker Mikael Moa Monica Monika Märta Niklas Nils Olle Olof Ola Oskar Oscar Ove Patrik Per Pernilla Peter
Petter Pontus Ragnar Rasmus Rebecka Richard Robert Robin Roger Roland Rolf Ronja Rune Sebastian Signe Sigrid Siv Solveig Sofie
Staffan Stefan Stellan Stig Sture Sune Susanne Sven Svante Sixten Therese Thomas Tobias Tomas Tommy Torbjörn Tore Torsten Tove
Tuva Ulf Ulla-Britt Ulrika Valter Vanessa Victor Victoria Viktor Viktoria Vilhelm Viveka Wilhelm Yngve Yvonne Åke Åsa`;

const ENGLISH = `
Aaron Abigail Adam Adrian Aidan Alan Albert Alex Alexis Alfie Alison Allison Amanda Amber Amy Andrea Andrew Angela Ann Anne
Anthony Antonia Arthur Ashley Audrey Barbara Beatrice Becky Ben Benjamin Bernard Beth Bethany Betty Beverly Billy Bob Bobby
Brandon Brenda Brian Bridget Bruce Bryan Callum Cameron Carl Carla Carol Caroline Catherine Charles Charlie Cheryl Chloe Chris
Christina Christine Christopher Claire Clare Colin Connor Craig Cynthia Daisy Damian Darren Dave Dean Deborah Debbie Debra Denise
Derek Diana Diane Donald Donna Doris Dorothy Douglas Duncan Dylan Eddie Edith Edward Eileen Elaine Eleanor Elizabeth Emily Eric
Erin Ethan Eugene Evan Evelyn Fiona Florence Frances Francis Freddie Frederick Gareth Gary Gavin Gemma Geoffrey George Georgia
Gerald Gillian Gloria Gordon Graham Greg Gregory Hannah Harriet Harrison Hayley Heather Henry Howard Hugh Ian Irene Isaac Isabel
Isabella Jacob Jacqueline Jake James Jamie Janet Janice Jasmine Jason Jean Jeff Jeffrey Jennifer Jeremy Jerry Jessica Jill Jim
Joan Joanna Joanne Jodie Joe Jonathan Jordan Joseph Joshua Joyce Judith Judy Julian Julie Justin Karen Kate Katherine Kathleen
Kathryn Katie Kayla Keith Kelly Ken Kenneth Kerry Kevin Kieran Kimberly Kirsty Kyle Larry Lauren Lawrence Leah Leanne Lesley Lewis
Liam Lindsay Lois Lorraine Louis Louise Lucas Lucy Luke Lydia Lynn Madison Malcolm Margaret Marilyn Martha Matthew Maureen Maxwell
Megan Melanie Melissa Michael Michelle Mike Mohammed Molly Nancy Naomi Natalie Natasha Nathan Neil Nicholas Nicola Nicole Nigel
Norman Oliver Olivia Owen Pamela Patricia Patrick Paul Pauline Peggy Philip Phoebe Phyllis Rachel Ralph Raymond Rebecca Rhys Richard
Roberta Ronald Ross Ruth Ryan Sally Samantha Samuel Sandra Sarah Scott Sean Sharon Shaun Shirley Simon Sophie Stacey Stephanie
Stephen Steve Steven Stuart Susan Suzanne Tara Terence Teresa Terry Theodore Theresa Tim Timothy Tina Todd Tom Tony Tracey Tracy
Trevor Valerie Vera Veronica Vincent Virginia Vivian Walter Wayne Wendy William Zachary Zoe`;

const ALSO_WORDS_TEXT = `
Aamu Ahti Aimo Aki Anna Ansa Arvo Armas Aura Auvo Bo Ella Else Eva Faith Grace Heli Helmi Hilja Hilla Hope Ilma Ilo Ilona Impi
Ari Inka Into Isla Isto Jalo Jo Joy Kai Kaino Kaisla Kari Kukka Kuura Lahja Lahti Lauha Lauri Leo Lempi Lilja Lumi Lyyli Mainio
Mark Martti Maj May Meri Mari Mika Mira Mona Muisto Nestori Niina Ohto Oili Oiva Ola Olli Onni Orvokki Otto Oma Outi Paju Pasi Per
Pilvi Pirkko Päivi Rauha Rauni Reino Rose Ruusu Sade Saga Sampo Sari Satu Sini Sirkka Sisko Sisu Sulo Suvi Säde Taimi Taisto Tapio
Tarmo Tiera Toimi Toivo Toni Touko Tuuli Tyyne Uljas Urho Usko Utu Valo Varma Vappu Varpu Veli Vesa Vieno Viola Voitto Vuokko Will
Bill Frank Grant Jack Rich Rob Sue Pat Penny Rusty Carol Dawn Dean Drew Gene Ivy Jean Lily Max Pearl Ray Robin Rod Ruby Sandy
Violet Victor Wade Hans Stig Ove Siv Åsa Maud Börje Tore Rune Kent Linn Moa Alf Sten Björn Tyra My Liv Ester
Pia Ken Alan Ann Jonne Ellen Salli Marja Taru Jouko Kauko Milla`;

const listOf = (text: string): string[] => text.trim().split(/\s+/);

export const ALSO_WORDS: ReadonlySet<string> = new Set(listOf(ALSO_WORDS_TEXT));

export const FIRST_NAMES: ReadonlySet<string> = new Set(
  [FINNISH, SWEDISH, ENGLISH, ALSO_WORDS_TEXT].flatMap(listOf),
);
