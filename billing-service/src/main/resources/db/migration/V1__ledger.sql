-- The checks use CASE: H2 2.4 cannot evaluate IN, or an OR of equalities, in a check once the connection that created
-- the table is closed.

-- One invoice an order. A row may stand before the order is known: it is what events of one order queue up on.
CREATE TABLE invoice (
    order_id BIGINT PRIMARY KEY,
    status   VARCHAR(10) NOT NULL,
    customer VARCHAR,
    total    NUMERIC(38, 10) CHECK (total >= 0),
    currency VARCHAR(3),
    reason   VARCHAR,
    CHECK (CASE status
        WHEN 'OPEN' THEN customer IS NULL
        WHEN 'SETTLED' THEN customer IS NOT NULL
        WHEN 'DECLINED' THEN customer IS NOT NULL AND reason IS NOT NULL
        WHEN 'REFUNDED' THEN customer IS NOT NULL AND reason IS NOT NULL
        WHEN 'VOID' THEN reason IS NOT NULL
        ELSE FALSE END),
    CHECK ((customer IS NULL) = (total IS NULL) AND (total IS NULL) = (currency IS NULL))
);

-- The general ledger. One row is both sides of a booking, so no set of rows can be out of balance.
CREATE TABLE booking (
    id             BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    order_id       BIGINT NOT NULL REFERENCES invoice (order_id),
    kind           VARCHAR(10) NOT NULL,
    debit_account  VARCHAR(10) NOT NULL,
    credit_account VARCHAR(10) NOT NULL,
    amount         NUMERIC(38, 10) NOT NULL CHECK (amount >= 0),
    currency       VARCHAR(3) NOT NULL,
    booked_at      TIMESTAMP WITH TIME ZONE NOT NULL,
    UNIQUE (order_id, kind),
    CHECK (debit_account <> credit_account),
    CHECK (CASE kind
        WHEN 'SETTLEMENT' THEN debit_account = 'RECEIVABLE' AND credit_account = 'REVENUE'
        WHEN 'REFUND' THEN debit_account = 'REFUNDS' AND credit_account = 'RECEIVABLE'
        ELSE FALSE END)
);
