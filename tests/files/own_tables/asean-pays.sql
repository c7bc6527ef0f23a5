-- Insertion des langues
INSERT INTO langue (nom) VALUES
('Indonésien'),
('Thaï'),
('Malais');

-- Insertion des pays d'Asie du Sud-Est (ASEAN)
INSERT INTO pays (nom, code_iso, population, superficie, date_entree_asean, langue_officielle_id) VALUES
('Indonésie', 'ID', 273523615, 1904569.00, '1967-08-08', (SELECT id FROM langue WHERE nom = 'Indonésien')),
('Thaïlande', 'TH', 69950850, 513120.00, '1967-08-08', (SELECT id FROM langue WHERE nom = 'Thaï')),
('Malaisie', 'MY', 32365999, 330803.00, '1967-08-08', (SELECT id FROM langue WHERE nom = 'Malais')),
('Philippines', 'PH', 109581078, 300000.00, '1967-08-08', (SELECT id FROM langue WHERE nom = 'Tagalog')),
('Singapour', 'SG', 5850342, 728.00, '1967-08-08', (SELECT id FROM langue WHERE nom = 'Anglais')),
('Vietnam', 'VN', 97338579, 331212.00, '1995-07-28', (SELECT id FROM langue WHERE nom = 'Vietnamien')),
('Laos', 'LA', 7275560, 236800.00, '1997-07-23', (SELECT id FROM langue WHERE nom = 'Laotien')),
('Cambodge', 'KH', 16718965, 181035.00, '1999-04-30', (SELECT id FROM langue WHERE nom = 'Khmer')),
('Birmanie', 'MM', 54409800, 676578.00, '1997-07-23', (SELECT id FROM langue WHERE nom = 'Birman')),
('Brunei', 'BN', 437479, 5765.00, '1984-01-07', (SELECT id FROM langue WHERE nom = 'Malais (Brunei)'));

--Exemples de requêtes

-- Pays utilisant une langue spécifique
SELECT p.nom, p.code_iso
FROM pays p
JOIN langue l ON p.langue_officielle_id = l.id
WHERE l.nom = 'Malais';
