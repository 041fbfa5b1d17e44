-- One invoice an order. A row may stand before the order is known: it is what events of one order queue up on.
CREATE TABLE invoice (
    order_id BIGINT PRIMARY KEY,
    status   VARCHAR(10) NOT NULL CHECK (status IN ('OPEN', 'SETTLED', 'DECLINED', 'REFUNDED', 'VOID')),
    customer VARCHAR,
    total    NUMERIC(38, 10) CHECK (total >= 0),
    currency VARCHAR(3),
    reason   VARCHAR,
    CHECK (status IN ('OPEN', 'VOID') OR (customer IS NOT NULL AND total IS NOT NULL AND currency IS NOT NULL))
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
    CHECK ((kind = 'SETTLEMENT' AND debit_account = 'RECEIVABLE' AND credit_account = 'REVENUE')
        OR (kind = 'REFUND' AND debit_account = 'REFUNDS' AND credit_account = 'RECEIVABLE'))
);
