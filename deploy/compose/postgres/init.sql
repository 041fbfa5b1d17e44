-- One database and one user a service; nobody else may connect to it. Runs once, when the volume is empty.
\getenv order_password POSTGRES_ORDER_PASSWORD
\getenv billing_password POSTGRES_BILLING_PASSWORD
\getenv logistic_password POSTGRES_LOGISTIC_PASSWORD
\getenv bridge_password POSTGRES_BRIDGE_PASSWORD

CREATE USER order_service PASSWORD :'order_password';
CREATE USER billing_service PASSWORD :'billing_password';
CREATE USER logistic_service PASSWORD :'logistic_password';
CREATE USER sqs_bridge PASSWORD :'bridge_password';

CREATE DATABASE orders OWNER order_service;
CREATE DATABASE billing OWNER billing_service;
CREATE DATABASE logistic OWNER logistic_service;
CREATE DATABASE bridge OWNER sqs_bridge;

REVOKE CONNECT ON DATABASE orders, billing, logistic, bridge FROM PUBLIC;
