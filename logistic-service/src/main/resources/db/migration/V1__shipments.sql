-- The checks use CASE: H2 2.4 cannot evaluate IN, or an OR of equalities, in a check once the connection that created
-- the table is closed.

-- What the warehouse holds. The checks keep any code from promising a piece twice.
CREATE TABLE stock (
    product  VARCHAR PRIMARY KEY,
    on_hand  BIGINT NOT NULL CHECK (on_hand >= 0),
    reserved BIGINT NOT NULL CHECK (reserved >= 0),
    CHECK (reserved <= on_hand)
);

-- One shipment an order. A row may stand before the order is known: it is what events of one order queue up on.
CREATE TABLE shipment (
    order_id BIGINT PRIMARY KEY,
    stage    VARCHAR(10) NOT NULL,
    settled  BOOLEAN NOT NULL,
    name     VARCHAR,
    street   VARCHAR,
    city     VARCHAR,
    postcode VARCHAR,
    country  VARCHAR,
    CHECK (CASE stage
        WHEN 'AWAITED' THEN name IS NULL
        WHEN 'CANCELLED' THEN TRUE
        WHEN 'SHORT' THEN name IS NOT NULL
        WHEN 'RESERVED' THEN name IS NOT NULL
        WHEN 'DISPATCHED' THEN name IS NOT NULL
        WHEN 'DELIVERED' THEN name IS NOT NULL
        WHEN 'RETURNING' THEN name IS NOT NULL
        ELSE FALSE END)
);

CREATE TABLE shipment_line (
    order_id  BIGINT NOT NULL REFERENCES shipment (order_id),
    product   VARCHAR NOT NULL,
    quantity  BIGINT NOT NULL CHECK (quantity > 0),
    available BIGINT CHECK (available < quantity), -- how many there were, where that was too few
    PRIMARY KEY (order_id, product)
);
