-- Ids of orders that were submitted here begin at 1001; the smaller ones are left to other publishers of order.*.submit.
CREATE SEQUENCE order_ids START WITH 1001;

-- What was ordered is null in an order of another publisher, which is known here only by its id.
CREATE TABLE orders (
    id              BIGINT PRIMARY KEY,
    status          VARCHAR(20) NOT NULL,
    idempotency_key VARCHAR(255) UNIQUE,
    customer        VARCHAR(100),
    currency        CHAR(3),
    total           NUMERIC(23, 4),
    name            VARCHAR(100),
    street          VARCHAR(100),
    city            VARCHAR(100),
    postcode        VARCHAR(20),
    country         CHAR(2)
);

CREATE INDEX orders_by_status ON orders (status, id);

CREATE TABLE order_lines (
    order_id BIGINT         NOT NULL REFERENCES orders,
    id       INTEGER        NOT NULL,
    product  VARCHAR(100)   NOT NULL,
    quantity INTEGER        NOT NULL,
    price    NUMERIC(15, 4) NOT NULL,
    PRIMARY KEY (order_id, id)
);

-- The primary key makes every fact about an order a fact once.
CREATE TABLE order_history (
    order_id    BIGINT                   NOT NULL REFERENCES orders,
    fact        VARCHAR(20)              NOT NULL,
    happened_at TIMESTAMP WITH TIME ZONE NOT NULL,
    note        VARCHAR(1000)            NOT NULL,
    PRIMARY KEY (order_id, fact)
);
