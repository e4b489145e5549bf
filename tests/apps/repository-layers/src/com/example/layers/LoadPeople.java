package com.example.layers;

import java.util.List;

/** The use case. */
final class LoadPeople {
    private final PeopleRepository repository;

    LoadPeople(PeopleRepository repository) {
        this.repository = repository;
    }

    List<String> execute() {
        return repository.findAll();
    }
}
