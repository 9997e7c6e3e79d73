-- Codes: GB/T 2260 as in the statistics bureau's list of 2022, after 偃师市→偃师区 and 孟津县+吉利区→孟津区 (March 2021).
-- 4103Z1 and 4103Z2 are our own codes for functional zones that act as counties and have none in GB/T 2260
-- (410371 is the statistics bureau's own number for 高新区 and is not used).
insert into organisation.region (code, name, superior, own) values
    ('410000', '河南省', null, false);

insert into organisation.region (code, name, superior, own) values
    ('410100', '郑州市', '410000', false), ('410200', '开封市', '410000', false),
    ('410300', '洛阳市', '410000', false), ('410400', '平顶山市', '410000', false),
    ('410500', '安阳市', '410000', false), ('410600', '鹤壁市', '410000', false),
    ('410700', '新乡市', '410000', false), ('410800', '焦作市', '410000', false),
    ('410900', '濮阳市', '410000', false), ('411000', '许昌市', '410000', false),
    ('411100', '漯河市', '410000', false), ('411200', '三门峡市', '410000', false),
    ('411300', '南阳市', '410000', false), ('411400', '商丘市', '410000', false),
    ('411500', '信阳市', '410000', false), ('411600', '周口市', '410000', false),
    ('411700', '驻马店市', '410000', false), ('419001', '济源市', '410000', false);

insert into organisation.region (code, name, superior, own) values
    ('410302', '老城区', '410300', false), ('410303', '西工区', '410300', false),
    ('410304', '瀍河回族区', '410300', false), ('410305', '涧西区', '410300', false),
    ('410307', '偃师区', '410300', false), ('410308', '孟津区', '410300', false),
    ('410311', '洛龙区', '410300', false), ('410323', '新安县', '410300', false),
    ('410324', '栾川县', '410300', false), ('410325', '嵩县', '410300', false),
    ('410326', '汝阳县', '410300', false), ('410327', '宜阳县', '410300', false),
    ('410328', '洛宁县', '410300', false), ('410329', '伊川县', '410300', false),
    ('4103Z1', '洛阳高新技术产业开发区', '410300', true),
    ('4103Z2', '伊滨区（洛阳市城乡一体化示范区）', '410300', true);

insert into organisation.agency (code, name, level, superior, region_code)
select code, name || '工考管理机构', 'PROVINCE', null, code from organisation.region where superior is null;

insert into organisation.agency (code, name, level, superior, region_code)
select code, name || '工考管理机构', 'CITY', superior, code from organisation.region where superior = '410000';

insert into organisation.agency (code, name, level, superior, region_code)
select code, name || '工考管理机构', 'COUNTY', superior, code from organisation.region where superior = '410300';
