CREATE TABLE users (
  id bigint PRIMARY KEY,
  name text NOT NULL,
  email text NOT NULL UNIQUE
);

CREATE TABLE orders (
  id bigserial PRIMARY KEY,
  user_id bigint NOT NULL REFERENCES users (id),
  status text NOT NULL,
  total_cents bigint NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX orders_by_user ON orders (user_id, created_at);
CREATE INDEX orders_by_status ON orders (status, created_at);

CREATE TABLE order_lines (
  order_id bigint NOT NULL REFERENCES orders (id),
  sku text NOT NULL,
  quantity int NOT NULL,
  PRIMARY KEY (order_id, sku)
);

CREATE TABLE cart_lines (
  cart_id bigint NOT NULL,
  sku text NOT NULL,
  quantity int NOT NULL,
  touched_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (cart_id, sku)
);
