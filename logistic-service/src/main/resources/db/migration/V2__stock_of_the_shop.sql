-- What the shop opens with. Nobody has seen the rare orchid yet: it shows what a shortage looks like.
INSERT INTO stock (product, on_hand, reserved) VALUES
    ('tea',         100000, 0),
    ('coffee',      100000, 0),
    ('cups',        100000, 0),
    ('teapot',      100000, 0),
    ('biscuits',    100000, 0),
    ('honey',       100000, 0),
    ('rare-orchid', 0,      0);
