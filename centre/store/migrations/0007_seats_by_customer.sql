-- Where a customer drives: his name on those boards changes with him, and who is here is found first.
CREATE INDEX seats_by_customer ON seats(customer) WHERE customer IS NOT NULL;
